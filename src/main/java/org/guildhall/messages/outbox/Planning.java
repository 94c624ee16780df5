package org.guildhall.messages.outbox;

import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.messages.MessageRefusal;
import org.guildhall.messages.PlanMessages;
import org.guildhall.messages.templates.Current;
import org.guildhall.messages.templates.Rendering;
import org.guildhall.messages.templates.TemplateBook;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Plans messages in the transaction of whoever has the reason for them. */
@Component
class Planning {

    private final TemplateBook templates;
    private final PlanStore store;
    private final Access access;
    private final BusinessTime time;
    private final JsonMapper json;

    Planning(TemplateBook templates, PlanStore store, Access access, BusinessTime time, JsonMapper json) {
        this.templates = templates;
        this.store = store;
        this.access = access;
        this.time = time;
        this.json = json;
    }

    Current template(String code) {
        return templates.require(code);
    }

    int plan(PlanMessages messages) {
        var template = template(messages.template());
        if (template.retired()) {
            throw Refusal.of(new MessageRefusal.TemplateRetired(template.code()));
        }
        var reason = templates.reason(template.reason());
        for (var wish : messages.wishes()) {
            var broken = Rendering.broken(reason, template.texts(), wish.facts());
            if (!broken.isEmpty()) {
                throw Refusal.of(new MessageRefusal.FactsDoNotFit(template.code(), broken));
            }
        }
        return messages.wishes().isEmpty()
                ? 0
                : store.add(template, messages, time.now(), access.actor().reference());
    }

    /** Whether facts given again are those that are kept. */
    boolean same(Stored stored, Map<String, Object> facts) {
        return json.valueToTree(stored.facts()).equals(json.readTree(json.writeValueAsString(facts)));
    }
}
