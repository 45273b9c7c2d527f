package de.zuruf.app.mirror;

import de.zuruf.customer.Contact;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A person at a company. */
@Entity
@Table(name = "contact")
public class MirroredContact extends Mirrored {
    @Column(name = "party_id")
    Long partyId;

    String name;

    @Column(name = "search_name")
    String searchName;

    String function;
    String email;
    boolean active;

    void update(Contact contact, Long party) {
        partyId = party;
        name = contact.name();
        searchName = SearchName.of(contact.name());
        function = contact.function();
        email = contact.email();
        active = contact.active();
    }

    /** {@return our identity of the company} */
    public Long partyId() {
        return partyId;
    }

    /** {@return given and family name} */
    public String name() {
        return name;
    }

    /** {@return what the person does there; null when unknown} */
    public String function() {
        return function;
    }

    /** {@return null when unknown} */
    public String email() {
        return email;
    }

    /** {@return false when the person has left} */
    public boolean active() {
        return active;
    }
}
