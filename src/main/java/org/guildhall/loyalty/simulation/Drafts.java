package org.guildhall.loyalty.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.SimulationView.Of;
import org.guildhall.policies.DraftView;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.PolicyDetail;
import org.guildhall.policies.PolicyRefusal;
import org.guildhall.policies.VersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The drafts and versions of policies by their content, which outlives the draft. */
@Component
class Drafts {

    private static final Actor MACHINE = new Actor.Machine("loyalty.simulation");

    private final ObjectProvider<PolicyDesk> desk;
    private final Access access;
    private final JsonMapper sorted;

    Drafts(ObjectProvider<PolicyDesk> desk, Access access, JsonMapper json) {
        this.desk = desk;
        this.access = access;
        sorted = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    /** What became of a content. */
    record Fate(Of of, @Nullable Integer version) {}

    /** The draft at this revision, or a refusal. */
    DraftView draft(String kind, int revision) {
        var draft = detail(kind).draft();
        if (draft == null) {
            throw Refusal.of(new PolicyRefusal.NoSuchDraft(kind));
        }
        if (draft.revision() != revision) {
            throw Refusal.of(new PolicyRefusal.StaleDraft(revision, draft.revision(), draft.editorName()));
        }
        return draft;
    }

    PolicyDetail detail(String kind) {
        return access.runAs(MACHINE, () -> desk.getObject().get(kind));
    }

    /** What the content is by now: the draft itself, a version, or neither. */
    Fate fate(PolicyDetail detail, String content) {
        var draft = detail.draft();
        if (draft != null && content(draft.body()).equals(content)) {
            return new Fate(Of.DRAFT, null);
        }
        return detail.versions().stream()
                .filter(version ->
                        version.version() > 0 && content(version.body()).equals(content))
                .map(VersionView::version)
                .max(Comparator.naturalOrder())
                .map(version -> new Fate(Of.VERSION, version))
                .orElse(new Fate(Of.OUTDATED, null));
    }

    /** The fingerprint of a policy's content: equal for equal content, however it is written down. */
    String content(Map<String, Object> body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(hash.digest(sorted.writeValueAsString(body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
