package de.zuruf.app.call;

import de.zuruf.telephony.Telephony;
import de.zuruf.telephony.TelephonyConnectionFactory;
import de.zuruf.telephony.TelephonyRefusedException;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.DomainException;
import de.zuruf.wording.NotFoundException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.resource.ResourceException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells a telephone system something, and people what became of it. */
@ApplicationScoped
public class PbxOrders {
    private static final Logger LOG = Logger.getLogger(PbxOrders.class.getName());

    /** Code of a refusal that will be the same the next time. */
    public static final String RIGHT_MISSING = "ZURUF-PBX-RIGHT";

    @Resource(lookup = "eis/telephony")
    private TelephonyConnectionFactory telephony;

    /** What it is told, and what is known then. */
    public interface Order<T> {
        /**
         * @throws ResourceException when the telephone system does not do it, or does not answer
         */
        T give(Telephony pbx) throws ResourceException;
    }

    /**
     * Gives an order and waits for the answer, five seconds at most.
     *
     * @param which name of the telephone system; null for the one that server.xml names first
     * @return what the order returns
     * @throws DomainException with words for whoever wanted it when it is not carried out
     */
    public <T> T give(String which, Order<T> order) {
        try (Telephony pbx = which == null ? telephony.connect() : telephony.connect(which)) {
            return order.give(pbx);
        } catch (TelephonyRefusedException e) {
            throw refusal(e);
        } catch (ResourceException e) {
            LOG.log(Level.WARNING, "ZURUF2007W The telephone system was not reached: {0}", e.getMessage());
            throw new ConflictException(
                    "ZURUF-PBX",
                    new Bilingual(
                            "Die Telefonanlage antwortet nicht. Bitte am Telefon versuchen oder gleich noch einmal.",
                            "The telephone system does not answer. Please use the telephone, or try again in a"
                                    + " moment."));
        }
    }

    private static DomainException refusal(TelephonyRefusedException e) {
        return switch (e.reason()) {
            case NOT_PERMITTED -> {
                LOG.log(
                        Level.WARNING,
                        "ZURUF2008W The manager user may not do this: write = {0} is missing, see docs/connect-asterisk.md",
                        e.missingRight());
                yield new ConflictException(
                        RIGHT_MISSING,
                        new Bilingual(
                                "Die Telefonanlage erlaubt Zuruf das nicht. Der Administration sagen: das Recht „"
                                        + e.missingRight() + "“ fehlt.",
                                "The telephone system does not allow Zuruf to do this. Tell the administrator: the right \""
                                        + e.missingRight() + "\" is missing."));
            }
            case CALL_OVER -> DialledCalls.over();
            case UNKNOWN_TARGET ->
                new ConflictException(
                        "ZURUF-PBX-TARGET",
                        new Bilingual(
                                "Die Telefonanlage kennt dieses Ziel nicht.",
                                "The telephone system does not know this target."));
            case UNKNOWN_QUEUE -> noQueue();
            case NOT_IN_QUEUE -> inNoQueue();
            case FIXED_IN_QUEUE -> fixed();
            case NOT_SET_UP -> {
                LOG.log(
                        Level.WARNING,
                        "ZURUF2011W The telephone system is not set up for this: {0}; see docs/connect-asterisk.md, section 9",
                        e.getMessage());
                yield new ConflictException(
                        "ZURUF-PBX-SETUP",
                        new Bilingual(
                                "Die Telefonanlage ist dafür nicht eingerichtet, oder nicht für dieses Gespräch. Bitte am Telefon"
                                        + " versuchen und der Administration sagen (Meldung ZURUF2011W).",
                                "The telephone system is not set up for this, or not for this call. Please try at the telephone and"
                                        + " tell the administrator (message ZURUF2011W)."));
            }
            case OTHER -> {
                LOG.log(Level.WARNING, "ZURUF2009W The telephone system refuses: {0}", e.getMessage());
                yield new ConflictException(
                        "ZURUF-PBX-REFUSED",
                        new Bilingual(
                                "Die Telefonanlage hat das abgelehnt. Bitte am Telefon versuchen.",
                                "The telephone system has refused. Please try at the telephone."));
            }
        };
    }

    /** {@return that there is no such queue} */
    public static NotFoundException noQueue() {
        return new NotFoundException(
                "ZURUF-QUEUE", new Bilingual("Diese Warteschlange gibt es nicht.", "There is no such queue."));
    }

    /** {@return that the telephone is in no queue} */
    public static ConflictException inNoQueue() {
        return new ConflictException(
                "ZURUF-NO-QUEUE",
                new Bilingual(
                        "Ihr Telefon ist in keiner Warteschlange; eine Pause hätte keine Wirkung.",
                        "Your telephone is in no queue; a pause would have no effect."));
    }

    /** {@return that the telephone cannot leave the queue} */
    public static ConflictException fixed() {
        return new ConflictException(
                "ZURUF-QUEUE-FIXED",
                new Bilingual(
                        "Ihr Telefon ist in dieser Warteschlange fest eingetragen; abmelden geht nicht, eine Pause"
                                + " schon.",
                        "Your telephone belongs to this queue by configuration; it cannot leave, but it can pause."));
    }
}
