package de.zuruf.app.routing;

import de.zuruf.routing.RoutingRule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of a routing rule. */
@Entity
@Table(name = "routing_rule")
@IdClass(StoredRoutingRule.Key.class)
class StoredRoutingRule {
    @Id
    String id;

    @Id
    int version;

    /** {@code position} and {@code condition} are words of SQL. */
    @Column(name = "place")
    int position;

    @Column(name = "holds_when")
    String condition;

    String queue;
    Integer priority;

    @Column(name = "to_owner")
    Boolean toOwner;

    Boolean vip;
    String language;
    boolean active;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    protected StoredRoutingRule() {}

    StoredRoutingRule(RoutingRule rule, Instant createdAt, String createdBy) {
        id = rule.id();
        version = rule.version();
        position = rule.position();
        condition = rule.condition();
        queue = rule.queue();
        priority = rule.priority();
        toOwner = rule.toOwner();
        vip = rule.vip();
        language = rule.language();
        active = true;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    RoutingRule toRule() {
        return new RoutingRule(id, version, position, condition, queue, priority, toOwner, vip, language);
    }

    /** Identity of a version. */
    record Key(String id, int version) {}
}
