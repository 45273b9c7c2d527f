package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmActivity;
import de.zuruf.crm.spi.CrmActivity.CallLog;
import de.zuruf.crm.spi.CrmActivity.HandoffAcknowledged;
import de.zuruf.crm.spi.CrmActivity.HandoffSent;
import de.zuruf.crm.spi.CrmActivity.LeadCaptured;
import de.zuruf.crm.spi.CrmActivity.VisitReported;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.List;

/** JAXB forms of what goes out, see {@code zuruf-activity-1.0.xsd}. */
final class ActivityRecords {
    private ActivityRecords() {}

    static ActivityXml of(CrmActivity activity, String key) {
        ActivityXml xml = new ActivityXml();
        xml.key = key;
        if (activity instanceof CallLog call) {
            xml.call = call(call);
        } else if (activity instanceof HandoffSent handoff) {
            xml.handoff = handoff(handoff);
        } else if (activity instanceof HandoffAcknowledged acknowledged) {
            xml.handoffAcknowledgement = acknowledgement(acknowledged);
        } else if (activity instanceof VisitReported report) {
            xml.visitReport = visitReport(report);
        } else if (activity instanceof LeadCaptured lead) {
            xml.lead = lead(lead);
        }
        return xml;
    }

    private static CallXml call(CallLog call) {
        CallXml xml = new CallXml();
        xml.id = text(call.callId());
        xml.party = text(call.partyId());
        xml.contact = text(call.contactId());
        xml.direction = text(call.direction());
        xml.number = text(call.number());
        xml.queue = text(call.queue());
        xml.startedAt = text(call.startedAt());
        xml.answeredAt = text(call.answeredAt());
        xml.endedAt = text(call.endedAt());
        xml.endCause = text(call.endCause());
        xml.agent = text(call.agentId());
        xml.disposition = text(call.disposition());
        xml.followUpOn = text(call.followUpOn());
        xml.note = text(call.note());
        xml.prompts = call.prompts().stream()
                .map(prompt -> {
                    PromptXml promptXml = new PromptXml();
                    promptXml.occasion = text(prompt.occasion());
                    promptXml.rule = text(prompt.ruleId());
                    promptXml.ruleVersion = prompt.ruleVersion();
                    promptXml.answer = text(prompt.answer());
                    return promptXml;
                })
                .toList();
        return xml;
    }

    private static HandoffXml handoff(HandoffSent handoff) {
        HandoffXml xml = new HandoffXml();
        xml.id = text(handoff.handoffId());
        xml.call = text(handoff.callId());
        xml.party = text(handoff.partyId());
        xml.contact = text(handoff.contactId());
        xml.recipient = text(handoff.recipientId());
        xml.sender = text(handoff.senderId());
        xml.occasion = text(handoff.occasion());
        xml.said = text(handoff.said());
        xml.wanted = text(handoff.wanted());
        xml.dueOn = text(handoff.dueOn());
        xml.urgency = text(handoff.urgency());
        xml.sentAt = text(handoff.sentAt());
        return xml;
    }

    private static AcknowledgementXml acknowledgement(HandoffAcknowledged acknowledged) {
        AcknowledgementXml xml = new AcknowledgementXml();
        xml.handoff = text(acknowledged.handoffId());
        xml.party = text(acknowledged.partyId());
        xml.employee = text(acknowledged.employeeId());
        xml.acknowledgedAt = text(acknowledged.acknowledgedAt());
        return xml;
    }

    private static VisitReportXml visitReport(VisitReported report) {
        VisitReportXml xml = new VisitReportXml();
        xml.id = text(report.reportId());
        xml.handoff = text(report.handoffId());
        xml.party = text(report.partyId());
        xml.author = text(report.authorId());
        xml.visitedOn = text(report.visitedOn());
        xml.participants =
                report.participants().stream().map(ActivityRecords::text).toList();
        xml.topics = report.topics().stream().map(ActivityRecords::text).toList();
        xml.commitments = report.commitments().stream()
                .map(commitment -> {
                    CommitmentXml commitmentXml = new CommitmentXml();
                    commitmentXml.text = text(commitment.text());
                    commitmentXml.dueOn = text(commitment.dueOn());
                    commitmentXml.ours = commitment.ours();
                    return commitmentXml;
                })
                .toList();
        if (text(report.nextStep()) != null) {
            xml.nextStep = new NextStepXml();
            xml.nextStep.text = text(report.nextStep());
            xml.nextStep.on = text(report.nextStepOn());
        }
        return xml;
    }

    private static LeadXml lead(LeadCaptured lead) {
        LeadXml xml = new LeadXml();
        xml.id = text(lead.leadId());
        xml.call = text(lead.callId());
        xml.company = text(lead.company());
        xml.person = text(lead.person());
        xml.number = text(lead.number());
        xml.email = text(lead.email());
        xml.interest = text(lead.interest());
        xml.capturedAt = text(lead.capturedAt());
        return xml;
    }

    /** Nothing said and an empty text are the same to the receiver; both are left out. */
    private static String text(Object value) {
        String text = value == null ? null : XmlText.legal(value.toString());
        return text == null || text.isEmpty() ? null : text;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlRootElement(name = "activity", namespace = XmlFormat.ACTIVITY_NAMESPACE)
    static class ActivityXml {
        @XmlAttribute
        String key;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        CallXml call;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        HandoffXml handoff;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        AcknowledgementXml handoffAcknowledgement;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        VisitReportXml visitReport;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        LeadXml lead;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(propOrder = {"note", "prompts"})
    static class CallXml {
        @XmlAttribute
        String id;

        @XmlAttribute
        String party;

        @XmlAttribute
        String contact;

        @XmlAttribute
        String direction;

        @XmlAttribute
        String number;

        @XmlAttribute
        String queue;

        @XmlAttribute
        String startedAt;

        @XmlAttribute
        String answeredAt;

        @XmlAttribute
        String endedAt;

        @XmlAttribute
        String endCause;

        @XmlAttribute
        String agent;

        @XmlAttribute
        String disposition;

        @XmlAttribute
        String followUpOn;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        String note;

        @XmlElement(name = "prompt", namespace = XmlFormat.ACTIVITY_NAMESPACE)
        List<PromptXml> prompts;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class PromptXml {
        @XmlAttribute
        String occasion;

        @XmlAttribute
        String rule;

        @XmlAttribute
        int ruleVersion;

        @XmlAttribute
        String answer;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(propOrder = {"said", "wanted"})
    static class HandoffXml {
        @XmlAttribute
        String id;

        @XmlAttribute
        String call;

        @XmlAttribute
        String party;

        @XmlAttribute
        String contact;

        @XmlAttribute
        String recipient;

        @XmlAttribute
        String sender;

        @XmlAttribute
        String occasion;

        @XmlAttribute
        String dueOn;

        @XmlAttribute
        String urgency;

        @XmlAttribute
        String sentAt;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        String said;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        String wanted;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class AcknowledgementXml {
        @XmlAttribute
        String handoff;

        @XmlAttribute
        String party;

        @XmlAttribute
        String employee;

        @XmlAttribute
        String acknowledgedAt;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(propOrder = {"participants", "topics", "commitments", "nextStep"})
    static class VisitReportXml {
        @XmlAttribute
        String id;

        @XmlAttribute
        String handoff;

        @XmlAttribute
        String party;

        @XmlAttribute
        String author;

        @XmlAttribute
        String visitedOn;

        @XmlElement(name = "participant", namespace = XmlFormat.ACTIVITY_NAMESPACE)
        List<String> participants;

        @XmlElement(name = "topic", namespace = XmlFormat.ACTIVITY_NAMESPACE)
        List<String> topics;

        @XmlElement(name = "commitment", namespace = XmlFormat.ACTIVITY_NAMESPACE)
        List<CommitmentXml> commitments;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        NextStepXml nextStep;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class CommitmentXml {
        @XmlAttribute
        String dueOn;

        @XmlAttribute
        boolean ours;

        @XmlValue
        String text;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class NextStepXml {
        @XmlAttribute
        String on;

        @XmlValue
        String text;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class LeadXml {
        @XmlAttribute
        String id;

        @XmlAttribute
        String call;

        @XmlAttribute
        String company;

        @XmlAttribute
        String person;

        @XmlAttribute
        String number;

        @XmlAttribute
        String email;

        @XmlAttribute
        String capturedAt;

        @XmlElement(namespace = XmlFormat.ACTIVITY_NAMESPACE)
        String interest;
    }
}
