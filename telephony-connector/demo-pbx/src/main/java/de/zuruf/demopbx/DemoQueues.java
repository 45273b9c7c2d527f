package de.zuruf.demopbx;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The queues of the {@link DemoPbx} and the telephones in them. Answers and frames are those of a real Asterisk 22. Called under
 * the PBX's lock.
 */
final class DemoQueues {

    private static final Pattern MEMBER = Pattern.compile("PJSIP/([A-Za-z0-9_-]{1,20})");
    private static final int LONGEST_REASON = 80;

    private static final class Member {
        final boolean dynamic;
        boolean paused;
        String reason = "";

        Member(boolean dynamic) {
            this.dynamic = dynamic;
        }
    }

    private final DemoPbx pbx;
    private final Map<String, Map<String, Member>> queues = new TreeMap<>();

    DemoQueues(DemoPbx pbx) {
        this.pbx = pbx;
    }

    /** A queue as the configuration would name it; a telephone that it is said to call belongs to it. */
    void configure(String queue, List<String> extensions) {
        Map<String, Member> members = queues.computeIfAbsent(queue, ignored -> new LinkedHashMap<>());
        extensions.forEach(extension -> members.computeIfAbsent(extension, ignored -> new Member(false)));
    }

    boolean paused(String queue, String extension) {
        Member member = queues.getOrDefault(queue, Map.of()).get(extension);
        return member != null && member.paused;
    }

    /** {@return whether a queue would call a telephone} */
    boolean calls(String queue, String extension) {
        Member member = queues.getOrDefault(queue, Map.of()).get(extension);
        return member != null && !member.paused;
    }

    /** Enters what a recorded frame about a member leaves open. */
    void describe(Map<String, String> values) {
        String extension = values.getOrDefault("extension", "");
        Member member =
                queues.getOrDefault(values.getOrDefault("queue", ""), Map.of()).get(extension);
        values.put("membership", member != null && member.dynamic ? "dynamic" : "static");
        values.put("paused", member != null && member.paused ? "1" : "0");
        values.put("reason", member == null ? "" : member.reason);
    }

    /** {@return Asterisk's answer to an action: whether it succeeds, and its words} */
    Answer act(Map<String, String> action) {
        String queue = action.getOrDefault("queue", "");
        var matcher = MEMBER.matcher(action.getOrDefault("interface", ""));
        String extension = matcher.matches() ? matcher.group(1) : null;
        return switch (action.get("action").toLowerCase(Locale.ROOT)) {
            case "queueadd" -> add(queue, extension, "true".equals(action.get("paused")));
            case "queueremove" -> remove(queue, extension);
            default -> pause(queue, extension, "true".equals(action.get("paused")), action.getOrDefault("reason", ""));
        };
    }

    /**
     * What becomes of an action.
     *
     * @param done    whether it succeeds
     * @param message in Asterisk's words
     * @param called  the telephone that can be called from now on; null when none
     */
    record Answer(boolean done, String message, String called) {}

    private Answer add(String queue, String extension, boolean paused) {
        Map<String, Member> members = queues.get(queue);
        if (members == null || extension == null) {
            return new Answer(false, "Unable to add interface to queue: No such queue", null);
        }
        if (members.containsKey(extension)) {
            return new Answer(false, "Unable to add interface: Already there", null);
        }
        Member member = new Member(true);
        member.paused = paused;
        members.put(extension, member);
        tell("QueueMemberAdded", queue, extension, member);
        return new Answer(true, "Added interface to queue", paused ? null : extension);
    }

    private Answer remove(String queue, String extension) {
        Map<String, Member> members = queues.get(queue);
        if (members == null) {
            return new Answer(false, "Unable to remove interface from queue: No such queue", null);
        }
        Member member = members.get(extension);
        if (member == null) {
            return new Answer(false, "Unable to remove interface: Not there", null);
        }
        if (!member.dynamic) {
            return new Answer(false, "Member not dynamic", null);
        }
        members.remove(extension);
        tell("QueueMemberRemoved", queue, extension, member);
        return new Answer(true, "Removed interface from queue", null);
    }

    private Answer pause(String queue, String extension, boolean paused, String reason) {
        boolean found = false;
        for (Map.Entry<String, Map<String, Member>> each : queues.entrySet()) {
            Member member = each.getValue().get(extension);
            if (member != null && (queue.isEmpty() || queue.equals(each.getKey()))) {
                found = true;
                member.paused = paused;
                member.reason = paused ? reason.substring(0, Math.min(reason.length(), LONGEST_REASON)) : "";
                tell("QueueMemberPause", each.getKey(), extension, member);
            }
        }
        if (!found) {
            return new Answer(false, "Interface not found", null);
        }
        return new Answer(
                true,
                paused ? "Interface paused successfully" : "Interface unpaused successfully",
                paused ? null : extension);
    }

    private void tell(String event, String queue, String extension, Member member) {
        pbx.write(("Event: " + event + "\r\nPrivilege: agent,all\r\nQueue: " + queue + "\r\nMemberName: PJSIP/"
                        + extension
                        + "\r\nInterface: PJSIP/" + extension + "\r\nStateInterface: PJSIP/" + extension + "\r\n"
                        + state(extension, member) + "Ringinuse: 0\r\nWrapuptime: 0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private String state(String extension, Member member) {
        return "Membership: " + (member.dynamic ? "dynamic" : "static")
                + "\r\nPenalty: 0\r\nCallsTaken: 0\r\nLastCall: 0\r\nLastPause: 0\r\nLoginTime: 0\r\nInCall: 0\r\nStatus: "
                + pbx.device(extension) + "\r\nPaused: " + (member.paused ? "1" : "0") + "\r\nPausedReason: "
                + member.reason + "\r\n";
    }

    /** Appends QueueStatus's list and returns its length. */
    int list(String id, StringBuilder out) {
        int items = 0;
        for (Map.Entry<String, Map<String, Member>> queue : queues.entrySet()) {
            out.append("Event: QueueParams\r\nQueue: ")
                    .append(queue.getKey())
                    .append(
                            "\r\nMax: 0\r\nStrategy: ringall\r\nCalls: 0\r\nHoldtime: 0\r\nTalkTime: 0\r\nCompleted: 0\r\n"
                                    + "Abandoned: 0\r\nServiceLevel: 0\r\nServicelevelPerf: 0.0\r\nServicelevelPerf2: 0.0\r\n"
                                    + "Weight: 0\r\n")
                    .append(id)
                    .append("\r\n");
            items++;
            for (Map.Entry<String, Member> member : queue.getValue().entrySet()) {
                out.append("Event: QueueMember\r\nQueue: ")
                        .append(queue.getKey())
                        .append("\r\nName: PJSIP/")
                        .append(member.getKey())
                        .append("\r\nLocation: PJSIP/")
                        .append(member.getKey())
                        .append("\r\nStateInterface: PJSIP/")
                        .append(member.getKey())
                        .append("\r\n")
                        .append(state(member.getKey(), member.getValue()))
                        .append("Wrapuptime: 0\r\n")
                        .append(id)
                        .append("\r\n");
                items++;
            }
            items += pbx.waiting(queue.getKey(), id, out);
        }
        return items;
    }
}
