package org.guildhall.policies.drafts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyPreview;
import org.guildhall.policies.Preview;
import org.guildhall.policies.forms.PolicyJson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks the module of a kind whom a draft would move. */
@Component
class Previews {

    private final ObjectProvider<PolicyPreview<?>> offered; // late: modules that preview use policies themselves
    private final PolicyJson json;

    Previews(ObjectProvider<PolicyPreview<?>> offered, PolicyJson json) {
        this.offered = offered;
        this.json = json;
    }

    boolean has(PolicyKind<?> kind) {
        return byKind().containsKey(kind.code());
    }

    @Nullable
    Preview of(PolicyKind<?> kind, JsonNode body, LocalDate effectiveFrom) {
        var preview = byKind().get(kind.code());
        return preview == null ? null : ask(preview, body, effectiveFrom);
    }

    private <P extends Record> Preview ask(PolicyPreview<P> preview, JsonNode body, LocalDate effectiveFrom) {
        return preview.preview(json.read(preview.kind(), body), effectiveFrom);
    }

    private Map<String, PolicyPreview<?>> byKind() {
        var map = new HashMap<String, PolicyPreview<?>>();
        List<PolicyPreview<?>> all = offered.stream().toList();
        all.forEach(preview -> map.put(preview.kind().code(), preview));
        return map;
    }
}
