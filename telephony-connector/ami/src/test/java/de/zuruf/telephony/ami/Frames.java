package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Frames as recorded, and events as a story that can be read and compared. */
final class Frames {

    static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    private Frames() {}

    /** {@return the names of what lies in one folder, sorted, without their ending: {@code recorded/hold}} */
    static List<String> fixtures(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Frames.class.getResource(folder).toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".ami"))
                    .map(file -> folder + "/" + file.replace(".ami", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<AmiFrame> load(String name) {
        return parse(text(name + ".ami"));
    }

    static String text(String file) {
        try (InputStream in = Frames.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AmiFrame> parse(String text) {
        List<AmiFrame> frames = new ArrayList<>();
        for (String paragraph : text.split("\n\n+")) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line : paragraph.split("\n")) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    fields.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
            String event = fields.remove("Event");
            if (event != null) {
                frames.add(new AmiFrame(event, fields));
            }
        }
        return frames;
    }

    static AmiTranslator translator() {
        return new AmiTranslator("pbx", Set.of("internal"));
    }

    static List<CallEvent> translate(AmiTranslator translator, List<AmiFrame> frames) {
        List<CallEvent> events = new ArrayList<>();
        frames.forEach(frame -> events.addAll(translator.translate(frame, AT)));
        return events;
    }

    static String story(String fixture) {
        return story(translate(translator(), load(fixture)));
    }

    static QueueTranslator queues() {
        return new QueueTranslator("pbx");
    }

    static List<CallEvent> translate(QueueTranslator translator, List<AmiFrame> frames) {
        List<CallEvent> events = new ArrayList<>();
        frames.forEach(frame -> events.addAll(translator.translate(frame, AT)));
        return events;
    }

    /** One line per event about a queue; callers are numbered in the order in which they appear. */
    static String queueStory(List<CallEvent> events) {
        Map<String, Integer> callers = new LinkedHashMap<>();
        StringBuilder story = new StringBuilder();
        for (CallEvent event : events) {
            if (event instanceof CallEvent.QueuesKnown e) {
                story.append("the queues are known\n");
                e.queues().forEach(queue -> {
                    queue.members().forEach(member -> story.append("  ").append(member(queue.name(), member)));
                    queue.callers().forEach(caller -> story.append("  ").append(waits(callers, queue.name(), caller)));
                });
            } else if (event instanceof CallEvent.QueueMemberChanged e) {
                story.append(member(e.queue(), e.member()));
            } else if (event instanceof CallEvent.QueueMemberGone e) {
                story.append(e.queue()).append(": ").append(e.extension()).append(" gone\n");
            } else if (event instanceof CallEvent.QueueCallerWaits e) {
                story.append(waits(callers, e.queue(), e.caller()));
            } else if (event instanceof CallEvent.QueueCallerLeft e) {
                story.append(e.queue())
                        .append(": caller ")
                        .append(callers.get(e.channelId()))
                        .append(" left\n");
            }
        }
        return story.toString();
    }

    private static String member(String queue, CallEvent.QueueMember member) {
        return queue + ": " + member.extension() + (member.dynamic() ? " logged in " : " ") + member.device()
                + (member.paused() ? " paused (" + member.reason() + ")" : "") + "\n";
    }

    private static String waits(Map<String, Integer> callers, String queue, CallEvent.QueueCaller caller) {
        callers.putIfAbsent(caller.channelId(), callers.size() + 1);
        return queue + ": caller " + callers.get(caller.channelId()) + " waits for "
                + Duration.between(caller.since(), AT).toSeconds() + " s\n";
    }

    /** One line per event about a call; calls are numbered in the order in which they appear. */
    static String story(List<CallEvent> events) {
        Map<String, Integer> calls = new LinkedHashMap<>();
        StringBuilder story = new StringBuilder();
        for (CallEvent event : events) {
            if (event instanceof CallEvent.OfQueue) {
                continue;
            }
            if (event instanceof CallEvent.OfCall ofCall) {
                calls.putIfAbsent(ofCall.call().linkedId(), calls.size() + 1);
                story.append("call ")
                        .append(calls.get(ofCall.call().linkedId()))
                        .append(": ");
            }
            if (event instanceof CallEvent.Arrived e) {
                story.append("arrived from ")
                        .append(e.internal() ? "inside " : "")
                        .append(e.caller().number())
                        .append(" (")
                        .append(e.caller().name())
                        .append(") to ")
                        .append(e.dialledNumber())
                        .append(" queue ")
                        .append(e.queue());
            } else if (event instanceof CallEvent.Offered e) {
                story.append("rings at ")
                        .append(e.extension())
                        .append(e.internal() ? " from inside" : "")
                        .append(" for ")
                        .append(e.caller().number())
                        .append(" queue ")
                        .append(e.queue());
            } else if (event instanceof CallEvent.OfferEnded e) {
                story.append("stops ringing at ")
                        .append(e.extension())
                        .append(": ")
                        .append(e.reason());
            } else if (event instanceof CallEvent.Answered e) {
                story.append("answered by ").append(e.extension());
            } else if (event instanceof CallEvent.Placed e) {
                story.append(e.extension()).append(" calls ").append(e.number());
            } else if (event instanceof CallEvent.Reached) {
                story.append("reached");
            } else if (event instanceof CallEvent.TalkEnded e) {
                story.append("no longer talks: ").append(e.extension());
            } else if (event instanceof CallEvent.Held e) {
                story.append("held by ").append(e.extension());
            } else if (event instanceof CallEvent.Consults e) {
                story.append(e.extension())
                        .append(e.reached() ? " talks with " : " asks ")
                        .append(e.target());
            } else if (event instanceof CallEvent.Resumed e) {
                story.append("taken back by ").append(e.extension());
            } else if (event instanceof CallEvent.Transferred e) {
                story.append(e.extension())
                        .append(e.asked() ? " hands over to " : " sends to ")
                        .append(e.target());
            } else if (event instanceof CallEvent.Parked e) {
                story.append("parked at ").append(e.space());
            } else if (event instanceof CallEvent.VoicemailLeft e) {
                story.append("message left for ").append(e.mailbox());
            } else if (event instanceof CallEvent.Ended e) {
                story.append("ended: ").append(e.cause());
            } else if (event instanceof CallEvent.Connected e) {
                story.append("connected, gap since ")
                        .append(e.since())
                        .append(", live ")
                        .append(e.liveCalls().size());
            } else {
                story.append("disconnected");
            }
            story.append('\n');
        }
        return story.toString();
    }

    /**
     * What each call of a story tells, sorted. Nobody can say which of two calls is the quicker, nor in which order
     * telephones that ring at the same time report it: each of those orders is a right one.
     */
    static List<String> withoutRaces(String story) {
        Map<String, List<List<String>>> calls = new LinkedHashMap<>();
        for (String line : story.split("\n")) {
            String call = line.startsWith("call ") ? line.substring(0, line.indexOf(": ") + 2) : "";
            String what = line.substring(call.length());
            List<List<String>> runs = calls.computeIfAbsent(call, ignored -> new ArrayList<>());
            if (runs.isEmpty() || !sameKind(runs.get(runs.size() - 1).get(0), what)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(what);
        }
        return calls.values().stream()
                .map(runs ->
                        runs.stream().flatMap(run -> run.stream().sorted()).collect(Collectors.joining("\n", "", "\n")))
                .sorted()
                .toList();
    }

    private static boolean sameKind(String one, String other) {
        return Stream.of("rings at ", "stops ringing at ")
                .anyMatch(kind -> one.startsWith(kind) && other.startsWith(kind));
    }
}
