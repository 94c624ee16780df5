package org.guildhall.policies.forms;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyForm;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyRefusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes policies as JSON; what it reads is complete, well typed, within its ranges and valid for its kind. */
@Component
public class PolicyJson {

    private static final Set<String> NOT_FACTS = Set.of("message", "groups", "payload", "flags");

    private final JsonMapper json;
    private final Validator validator;
    private final Map<String, PolicyForm> forms = new ConcurrentHashMap<>();

    PolicyJson(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** How policies of the kind are written. */
    public PolicyForm form(PolicyKind<?> kind) {
        return forms.computeIfAbsent(kind.code(), code -> new FormReader(json).read(kind.type()));
    }

    /** The policy, or a refusal {@code policies.invalid-policy} that lists the fields. */
    public <P extends Record> P read(PolicyKind<P> kind, JsonNode body) {
        refuse(kind, FormCheck.broken(form(kind), body));
        P policy = bind(kind, body);
        refuse(kind, violations(policy));
        refuse(kind, kind.validator().apply(policy));
        return policy;
    }

    /** The policy as JSON, with every field in the record's order. */
    public JsonNode write(Record policy) {
        return json.valueToTree(policy);
    }

    /** JSON given as plain maps and lists. */
    public JsonNode tree(Map<String, Object> body) {
        return json.valueToTree(body);
    }

    /** JSON as plain maps and lists. */
    @SuppressWarnings("unchecked") // a policy is an object
    public Map<String, Object> map(JsonNode body) {
        return json.treeToValue(body, Map.class);
    }

    private <P extends Record> P bind(PolicyKind<P> kind, JsonNode body) {
        try {
            return json.treeToValue(body, kind.type());
        } catch (JacksonException e) {
            var field = new Refusal.Field(path(e), null, "type", Map.of("message", e.getOriginalMessage()));
            throw Refusal.of(new PolicyRefusal.InvalidPolicy(kind.code(), List.of(field)));
        }
    }

    private List<Refusal.Field> violations(Record policy) {
        var broken = new ArrayList<Refusal.Field>();
        for (ConstraintViolation<Record> violation : validator.validate(policy)) {
            var descriptor = violation.getConstraintDescriptor();
            var rule = descriptor.getAnnotation().annotationType().getSimpleName();
            var value = violation.getInvalidValue();
            var facts = new LinkedHashMap<>(descriptor.getAttributes());
            facts.keySet().removeAll(NOT_FACTS);
            facts.put("message", violation.getMessage());
            broken.add(new Refusal.Field(
                    violation.getPropertyPath().toString().replace(".<list element>", ""),
                    value == null ? null : value.toString(),
                    rule.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT),
                    facts));
        }
        return broken;
    }

    private static void refuse(PolicyKind<?> kind, List<Refusal.Field> broken) {
        if (!broken.isEmpty()) {
            throw Refusal.of(new PolicyRefusal.InvalidPolicy(kind.code(), broken));
        }
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
