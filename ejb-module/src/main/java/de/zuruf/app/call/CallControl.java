package de.zuruf.app.call;

import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Extensions;
import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.customer.DialVerdict;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.telephony.CallKey;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.InvalidInputException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an agent does with his telephone from the browser: dial, hang up, ask, pass on, park. Only with his own telephone, and only in a call in which
 * he is; which channel that is the browser neither knows nor says.
 *
 * <p>While the telephone system is asked, only this bean's own transaction is open: it reads, and no row that an event would wait
 * for is locked.
 */
@Stateless
@RolesAllowed(Roles.INSIDE_SALES)
public class CallControl {
    private static final Pattern KEY = Pattern.compile("[0-9A-Fa-f-]{16,36}");

    @Inject
    private PbxOrders orders;

    @Inject
    private DialSettings settings;

    @Inject
    private DialledCalls calls;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private TelephoneSystems systems;

    @Inject
    private Extensions extensions;

    @Inject
    private Staff staff;

    @Inject
    private CurrentUser user;

    /**
     * What would be dialled.
     *
     * @param display   as people write it
     * @param name      whose it is, as far as the mirror knows; null when it does not
     * @param warning   null when there is nothing to warn of
     * @param refused   why it will not be dialled; null when it can be
     * @param extension whose telephone will ring; null when the caller has not chosen one
     */
    public record Preview(String display, String name, Bilingual warning, Bilingual refused, String extension) {}

    /**
     * To whom a caller can be passed on.
     *
     * @param extension whose telephone rings
     * @param owner     whether the customer is his
     * @param signedIn  whether he has said that he sits there
     * @param talking   whether his telephone is in a call that we know of
     */
    public record Target(String id, String name, String extension, boolean owner, boolean signedIn, boolean talking) {}

    /** {@return what would happen if the caller dialled that} */
    public Preview preview(String number) {
        requireOn();
        var extension = extensions.of(user.id()).orElse(null);
        var verdict = settings.policy().judge(number);
        if (verdict instanceof DialVerdict.Allowed allowed) {
            var shown = allowed.number() == null
                    ? allowed.dialled()
                    : numbers.display(allowed.number().value());
            return new Preview(shown, nameOf(allowed), allowed.warning(), null, extension);
        }
        return new Preview(cut(number), null, null, ((DialVerdict.Refused) verdict).why(), extension);
    }

    private static String cut(String text) {
        return text == null || text.length() <= 80 ? text : text.substring(0, 80);
    }

    private String nameOf(DialVerdict.Allowed allowed) {
        if (!allowed.inside()) {
            return calls.nameOf(allowed.number());
        }
        return extensions
                .holder(allowed.dialled())
                .map(id -> staff.person(id).name())
                .orElse(null);
    }

    /**
     * Lets the caller's own telephone ring and dials when he picks it up.
     *
     * @param key       made by the client, 16 to 36 hexadecimal digits and hyphens; the same one again does not dial again
     * @param number    as a person or a link wrote it
     * @param partyId   of whom the number was read; null when unknown
     * @param contactId null when unknown
     * @return the card; null for a call within the house
     */
    public CallCard dial(String key, String number, Long partyId, Long contactId) {
        requireOn();
        if (key == null || !KEY.matcher(key).matches()) {
            throw InvalidInputException.missing("key");
        }
        var verdict = allowed(number, "number");
        var at = extensions.of(user.id()).map(systems::place).map(TelephoneSystems.Place::pbx);
        return orders.give(at.orElse(null), pbx -> {
            var call = new CallKey(pbx.pbx(), CallKey.DIALLED + key);
            var opened = calls.open(call, verdict.inside() ? null : verdict.number(), partyId, contactId);
            if (opened.repeated()) {
                return opened.card();
            }
            var mine = systems.place(opened.extension()).extension();
            requireAnother(mine, verdict, "number");
            try {
                pbx.dial(call, mine, verdict.dialled(), nameOf(verdict));
            } catch (ResourceException e) {
                calls.refused(call);
                throw e;
            }
            return opened.card();
        });
    }

    /** Hangs up the caller's own telephone in a call. */
    public void hangUp(long callId) {
        requireOn();
        var leg = calls.ownLeg(callId, false);
        orders.give(leg.pbx(), pbx -> {
            pbx.hangUp(leg.legId());
            return null;
        });
    }

    /**
     * Passes the caller of a call on without asking there; note and card go along.
     *
     * @param target an extension or a number, as a person writes it
     */
    public void transfer(long callId, String target) {
        requireOn();
        var leg = calls.ownLeg(callId, true);
        var dialled = toPassOnTo(leg.pbx(), target);
        orders.give(leg.pbx(), pbx -> {
            pbx.transfer(leg.legId(), dialled);
            return null;
        });
    }

    /** {@return what is dialled at a telephone system to reach whom somebody is to be passed on to} */
    private String toPassOnTo(String pbx, String target) {
        var verdict = allowed(target == null ? null : systems.dialledAt(pbx, target), "target");
        var mine = extensions
                .of(user.id())
                .map(extension -> systems.place(extension).extension())
                .orElse(null);
        requireAnother(mine, verdict, "target");
        return verdict.dialled();
    }

    /**
     * Has somebody asked on the caller's own telephone, while whom he talks with waits.
     *
     * @param target an extension or a number, as a person writes it
     */
    public void consult(long callId, String target) {
        requireOn();
        var pbx = calls.ownLeg(callId, true).pbx();
        var dialled = toPassOnTo(pbx, target);
        var leg = calls.consult(callId, dialled).orElse(null);
        if (leg == null) {
            return;
        }
        orders.give(leg.pbx(), at -> {
            try {
                at.consult(leg.legId(), dialled);
            } catch (ResourceException e) {
                calls.noLongerConsults(callId);
                throw e;
            }
            return null;
        });
    }

    /** Passes whoever waits on to whom the caller has asked; note and card go along. */
    public void connect(long callId) {
        requireOn();
        var leg = calls.asking(callId, true);
        orders.give(leg.pbx(), pbx -> {
            pbx.hangUp(leg.legId());
            return null;
        });
    }

    /** Asks no longer: the caller's own telephone is back with whom he has let wait. */
    public void cancelConsultation(long callId) {
        requireOn();
        var leg = calls.asking(callId, false);
        orders.give(leg.pbx(), pbx -> {
            pbx.cancelConsultation(leg.legId());
            return null;
        });
        calls.noLongerConsults(callId);
    }

    /** Parks whom the caller talks with; his telephone is free then. */
    public void park(long callId) {
        requireOn();
        var call = calls.toPark(callId).orElse(null);
        if (call == null) {
            return;
        }
        var mine = extensions
                .held(user.id())
                .map(extension -> systems.place(extension).extension())
                .orElseThrow(DialledCalls::over);
        orders.give(call.pbx(), pbx -> {
            pbx.park(call, mine);
            return null;
        });
    }

    /** Lets the caller's own telephone ring and fetches whom he has parked when he picks it up. */
    public void fetch(long callId) {
        requireOn();
        var fetched = calls.fetch(callId).orElse(null);
        if (fetched == null) {
            return;
        }
        orders.give(fetched.key().pbx(), pbx -> {
            try {
                pbx.dial(
                        fetched.key(),
                        systems.place(fetched.extension()).extension(),
                        fetched.space(),
                        calls.nameOf(fetched));
            } catch (ResourceException e) {
                calls.notFetched(callId, fetched.key());
                throw e;
            }
            return null;
        });
    }

    /** {@return to whom a caller can be passed on: the customer's owner first, then who has signed in, by name} */
    public List<Target> targets(long callId) {
        requireOn();
        calls.ownLeg(callId, true);
        var me = user.id();
        var owner = calls.owner(callId).orElse(null);
        var talking = new HashSet<>(calls.talking());
        var targets = new LinkedHashMap<String, Target>();
        var holders = extensions.holders();
        holders.forEach((extension, id) -> targets.put(
                id,
                new Target(
                        id, staff.person(id).name(), extension, id.equals(owner), true, talking.contains(extension))));
        for (var role : EmployeeRole.values()) {
            for (Employee employee : staff.withRole(role)) {
                // Whoever's telephone somebody else sits at cannot be reached there.
                if (employee.extension() != null
                        && !employee.extension().isBlank()
                        && !holders.containsKey(employee.extension())) {
                    targets.putIfAbsent(
                            employee.id(),
                            new Target(
                                    employee.id(),
                                    employee.name(),
                                    employee.extension(),
                                    employee.id().equals(owner),
                                    false,
                                    talking.contains(employee.extension())));
                }
            }
        }
        targets.remove(me);
        return targets.values().stream()
                .sorted(Comparator.comparing((Target t) -> !t.owner())
                        .thenComparing(t -> !t.signedIn())
                        .thenComparing(Target::name))
                .toList();
    }

    /** {@code mine} is the own telephone as its telephone system knows it; null when there is none. */
    private static void requireAnother(String mine, DialVerdict.Allowed verdict, String field) {
        if (verdict.dialled().equals(mine)) {
            throw new InvalidInputException(
                    "ZURUF-OWN-EXTENSION",
                    new Bilingual("Das ist Ihr eigenes Telefon.", "This is your own telephone."),
                    field);
        }
    }

    private void requireOn() {
        if (!settings.on()) {
            throw new ConflictException(
                    "ZURUF-CONTROL-OFF",
                    new Bilingual(
                            "Wählen aus dem Browser ist hier nicht eingeschaltet.",
                            "Dialling from the browser is not switched on here."));
        }
    }

    private DialVerdict.Allowed allowed(String number, String field) {
        var verdict = settings.policy().judge(number);
        if (verdict instanceof DialVerdict.Allowed allowed) {
            return allowed;
        }
        var refused = (DialVerdict.Refused) verdict;
        throw new InvalidInputException(
                "ZURUF-DIAL-" + refused.reason().name().replace('_', '-'), refused.why(), field);
    }
}
