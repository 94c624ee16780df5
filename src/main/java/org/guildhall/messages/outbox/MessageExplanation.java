package org.guildhall.messages.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.Explanation;
import org.guildhall.messages.MessageState;
import org.guildhall.messages.MessageView;
import org.guildhall.messages.Purpose;

/** Says why a message was planned, what it tells, and why its fate is what it is. */
final class MessageExplanation {

    private MessageExplanation() {}

    static Explanation of(Stored stored, Explanation.Source sending) {
        var message = stored.view();
        var parts = new ArrayList<Explanation>();
        parts.addAll(told(stored.facts()));
        parts.add(fate(stored).by(sending));
        var root = Explanation.of(
                "messages.planned",
                "reason",
                message.reason(),
                "period",
                message.period(),
                "template",
                message.template(),
                "version",
                message.version());
        var rule = stored.rule();
        return (rule == null ? root : root.by(rule)).with(parts);
    }

    /** The facts that came with the reason; of lots each with its day. */
    private static List<Explanation> told(Map<String, Object> facts) {
        var told = new ArrayList<Explanation>();
        new java.util.TreeMap<>(facts).forEach((name, value) -> {
            if (value instanceof List<?> lots) {
                lots.stream()
                        .filter(Map.class::isInstance)
                        .map(lot -> (Map<?, ?>) lot)
                        .forEach(lot -> told.add(Explanation.of(
                                "messages.lot", "amount", known(lot, "amount"), "until", known(lot, "until"))));
            } else if (!(value instanceof Map<?, ?>)) {
                told.add(Explanation.of("messages.fact", "name", name, "value", value));
            }
        });
        return told;
    }

    private static Explanation fate(Stored stored) {
        var message = stored.view();
        return switch (message.state()) {
            case PLANNED -> waiting(message);
            case SENT -> sent(stored);
            case FAILED ->
                Explanation.of("messages.failed", "attempts", message.attempts(), "failure", text(message.failure()));
            case SUPPRESSED ->
                Explanation.of(
                        "messages.suppressed",
                        "why",
                        message.suppression() == null
                                ? ""
                                : message.suppression().code(),
                        "channel",
                        message.channel().code());
            case CANCELLED -> Explanation.of("messages.cancelled", "reason", text(message.closedReason()));
        };
    }

    private static Explanation waiting(MessageView message) {
        var held = message.heldUntil();
        return held != null
                ? Explanation.of("messages.held", "until", held.toString())
                : Explanation.of(
                        message.attempts() == 0 ? "messages.waiting" : "messages.tried",
                        "attempts",
                        message.attempts(),
                        "due",
                        String.valueOf(message.dueAt()));
    }

    private static Explanation sent(Stored stored) {
        var message = stored.view();
        var sent = Explanation.of(
                "messages.sent",
                "channel",
                message.channel().code(),
                "adapter",
                text(message.adapter()),
                "language",
                message.language() == null ? "" : message.language().code());
        var allowed = message.purpose() == Purpose.MARKETING && message.state() == MessageState.SENT
                ? Explanation.of("messages.agreed", "consent", String.valueOf(stored.consent()))
                : Explanation.of("messages.needs-no-consent");
        return sent.with(List.of(allowed));
    }

    private static Object known(Map<?, ?> lot, String name) {
        var value = lot.get(name);
        return value == null ? "" : value;
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
