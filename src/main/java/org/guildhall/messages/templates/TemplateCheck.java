package org.guildhall.messages.templates;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessagePolicy;
import org.guildhall.messages.MessageReason;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.TemplateText;
import org.guildhall.messages.Variable;

/** Which rules the texts of a template break. */
final class TemplateCheck {

    /** Advertising names its sender and the way out, where it reaches people outside the application. */
    private static final Set<String> ADVERTISING = Set.of("sender", "unsubscribe");

    private static final Recipient SOMEBODY = new Recipient(
            new MemberId(new UUID(0, 0)),
            "80000000",
            "欧阳小明",
            null,
            null,
            null,
            Recipient.Reach.ALL,
            Set.of(),
            java.util.Map.of(),
            false);

    private final List<Refusal.Field> broken = new ArrayList<>();
    private final MessageReason reason;
    private final Purpose purpose;
    private final Channel channel;
    private final MessagePolicy policy;

    TemplateCheck(MessageReason reason, Purpose purpose, Channel channel, MessagePolicy policy) {
        this.reason = reason;
        this.purpose = purpose;
        this.channel = channel;
        this.policy = policy;
    }

    /** A made-up member with a name of usual length. */
    static Recipient somebody() {
        return SOMEBODY;
    }

    List<Refusal.Field> broken(List<TemplateText> texts) {
        var seen = EnumSet.noneOf(Language.class);
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (!seen.add(text.language())) {
                broken.add(new Refusal.Field(
                        "texts[" + i + "].language", text.language().code(), "unique"));
            }
            check("texts[" + i + "]", text);
        }
        if (!seen.contains(Language.ZH_CN)) {
            broken.add(new Refusal.Field("texts", Language.ZH_CN.code(), "required"));
        }
        return broken;
    }

    private void check(String at, TemplateText text) {
        var subject = text.subject();
        if (channel == Channel.EMAIL && (subject == null || subject.isBlank())) {
            broken.add(new Refusal.Field(at + ".subject", null, "required"));
        }
        if (channel != Channel.EMAIL && subject != null) {
            broken.add(new Refusal.Field(at + ".subject", subject, "only-email"));
        }
        if (subject != null && subject.chars().anyMatch(Character::isISOControl)) {
            broken.add(new Refusal.Field(at + ".subject", null, "one-line"));
        }
        variables(at, text);
        if (channel == Channel.SMS) {
            length(at, text);
        }
    }

    private void variables(String at, TemplateText text) {
        var known = Stream.concat(Rendering.EVERYBODYS.stream(), reason.variables().stream())
                .map(Variable::name)
                .collect(Collectors.toSet());
        var used = new LinkedHashSet<>(Rendering.uses(text.subject()));
        used.addAll(Rendering.uses(text.body()));
        used.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> broken.add(new Refusal.Field(at + ".body", name, "known-variable")));
        if (Rendering.USE.matcher(text.body()).replaceAll("").matches("(?s).*(\\{\\{|}}).*")) {
            broken.add(new Refusal.Field(at + ".body", "{{", "whole-variables"));
        }
        var needed = new LinkedHashSet<String>();
        reason.variables().stream().filter(Variable::needed).map(Variable::name).forEach(needed::add);
        if (purpose == Purpose.MARKETING && channel != Channel.APP) {
            needed.addAll(ADVERTISING);
        }
        needed.stream()
                .filter(name -> !Rendering.uses(text.body()).contains(name))
                .sorted()
                .forEach(name -> broken.add(new Refusal.Field(at + ".body", name, "needs-variable")));
    }

    private void length(String at, TemplateText text) {
        var shown = Rendering.render(channel, text, reason, new Rendering.Values(SOMEBODY, reason.sample(), policy));
        var parts = shown.parts();
        if (parts != null && parts > policy.smsParts()) {
            broken.add(new Refusal.Field(
                    at + ".body",
                    Integer.toString(parts),
                    "sms-parts",
                    java.util.Map.of("most", policy.smsParts(), "parts", parts)));
        }
    }
}
