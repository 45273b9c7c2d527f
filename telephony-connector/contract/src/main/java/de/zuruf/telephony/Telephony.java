package de.zuruf.telephony;

import jakarta.resource.ResourceException;

/** A handle on the telephone system for what the product tells it; obtained from {@link TelephonyConnectionFactory}. */
public interface Telephony extends AutoCloseable {

    /**
     * Asks the telephone system for a sign of life.
     *
     * @return the PBX's own version text, e.g. {@code Asterisk 22.5.2}
     * @throws ResourceException when there is no session or no answer within two seconds
     */
    String ping() throws ResourceException;

    /** {@return the configured name of the telephone system, for {@link CallKey#pbx()}} */
    String pbx();

    /**
     * Lets the telephone of an extension ring and, when it is picked up, dials a number from it. Returns when the telephone system
     * has taken the order; what becomes of it is told by events: {@link CallEvent.Placed} and {@link CallEvent.Reached} for a
     * number outside, {@link CallEvent.Arrived} for one inside, and {@link CallEvent.Ended} in any case, also when the own telephone was
     * not picked up.
     *
     * @param call      a key of our own making, its Linkedid beginning with {@link CallKey#DIALLED}; one that is in use is refused
     * @param extension whose telephone rings first
     * @param number    digits as a telephone of the house dials them, at most 40
     * @param shown     what the telephone shows while it rings, beside the number: a name; null for none
     * @throws TelephonyRefusedException when the telephone system does not do it
     * @throws ResourceException         when there is no session or no answer in time
     */
    void dial(CallKey call, String extension, String number, String shown) throws ResourceException;

    /**
     * Hangs up one telephone. Whoever else talks in that call goes on as the dialplan says.
     *
     * @param legId the telephone's leg as an event has told it; of a call that one of ours has placed, the call's Linkedid
     * @throws TelephonyRefusedException when the telephone system does not do it
     * @throws ResourceException         when there is no session or no answer in time
     */
    void hangUp(String legId) throws ResourceException;

    /**
     * Passes whoever talks with a telephone on to a number without asking there; the telephone is free then. Told as
     * {@link CallEvent.Transferred}.
     *
     * @param legId  the telephone's leg as an event has told it
     * @param target digits as a telephone of the house dials them, at most 40
     * @throws TelephonyRefusedException when the telephone system does not do it
     * @throws ResourceException         when there is no session or no answer in time
     */
    void transfer(String legId, String target) throws ResourceException;

    /**
     * Logs a telephone into a queue. One that is in it already stays as it is.
     *
     * @param queue      its name
     * @param extension  the telephone's
     * @param memberName how the telephone system's own reports name it; null for the telephone
     * @param paused     whether the queue leaves it out at first
     * @throws TelephonyRefusedException when the telephone system answers that it will not
     * @throws ResourceException         when there is no session or no answer
     */
    void queueAdd(String queue, String extension, String memberName, boolean paused) throws ResourceException;

    /**
     * Takes a telephone out of a queue. One that is not in it is out already.
     *
     * @param queue     its name
     * @param extension the telephone's
     * @throws TelephonyRefusedException when the telephone system answers that it will not, e.g. because its configuration
     *                                   names the telephone
     * @throws ResourceException         when there is no session or no answer
     */
    void queueRemove(String queue, String extension) throws ResourceException;

    /**
     * Pauses a telephone or ends its pause. Who is paused already gets the new reason.
     *
     * @param queue     its name; null for all in which the telephone is
     * @param extension the telephone's
     * @param paused    whether the queue is to leave it out
     * @param reason    why, at most 80 characters; null for none
     * @throws TelephonyRefusedException when the telephone system answers that it will not, e.g. because the telephone is in
     *                                   no queue
     * @throws ResourceException         when there is no session or no answer
     */
    void queuePause(String queue, String extension, boolean paused, String reason) throws ResourceException;

    /**
     * Lets a telephone ask at a number while whoever talks with it waits. Returns when the telephone system has taken the order;
     * told as {@link CallEvent.Held} and {@link CallEvent.Consults}. {@link #hangUp} of the telephone then passes the caller on to
     * whom it asks, told as {@link CallEvent.Transferred}.
     *
     * @param legId  the telephone's leg as an event has told it
     * @param target digits as a telephone of the house dials them, at most 40
     * @throws TelephonyRefusedException when the telephone system does not do it
     * @throws ResourceException         when there is no session or no answer in time
     */
    void consult(String legId, String target) throws ResourceException;

    /**
     * Ends what {@link #consult} began: the telephone is back with its caller, told as {@link CallEvent.Resumed}.
     *
     * @param legId the telephone's leg as an event has told it
     * @throws TelephonyRefusedException when the telephone system does not do it
     * @throws ResourceException         when there is no session or no answer in time
     */
    void cancelConsultation(String legId) throws ResourceException;

    /**
     * Parks the caller of a call; the telephone that talks with him is free then. Told as {@link CallEvent.Parked}. He is fetched by
     * dialling the parking space.
     *
     * @param call      a call that has come in
     * @param extension whose telephone rings when nobody fetches him in time
     * @throws TelephonyRefusedException when the telephone system does not do it
     * @throws ResourceException         when there is no session or no answer in time
     */
    void park(CallKey call, String extension) throws ResourceException;

    /** Gives the handle back to the pool. */
    @Override
    void close();
}
