package org.guildhall.policies.versions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyRefusal;
import org.springframework.stereotype.Component;

/** All kinds that modules registered. */
@Component
public class PolicyKinds {

    private final Map<String, PolicyKind<?>> byCode = new TreeMap<>();

    PolicyKinds(List<PolicyKind<?>> kinds) {
        for (var kind : kinds) {
            if (byCode.put(kind.code(), kind) != null) {
                throw new IllegalStateException("two policy kinds are called " + kind.code());
            }
        }
    }

    /** All kinds by code. */
    public List<PolicyKind<?>> all() {
        return List.copyOf(byCode.values());
    }

    /** The kind; refused {@code policies.unknown-kind}. */
    public PolicyKind<?> get(String code) {
        var kind = byCode.get(code);
        if (kind == null) {
            throw Refusal.of(new PolicyRefusal.UnknownKind(code));
        }
        return kind;
    }
}
