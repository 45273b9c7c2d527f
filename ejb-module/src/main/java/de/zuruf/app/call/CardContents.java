package de.zuruf.app.call;

import de.zuruf.app.customer.CustomerCard;
import de.zuruf.app.prompt.Prompt;
import de.zuruf.app.prompt.Suppressed;
import java.util.List;

/** The part of a card that is the same for everybody at whom the call rings. */
record CardContents(
        List<CallCard.Candidate> candidates, CustomerCard customer, List<Prompt> prompts, Suppressed suppressed) {}
