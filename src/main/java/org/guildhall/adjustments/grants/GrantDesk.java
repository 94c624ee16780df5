package org.guildhall.adjustments.grants;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.ListFiles;
import org.guildhall.adjustments.AdjustmentPermissions;
import org.guildhall.adjustments.AdjustmentRefusal;
import org.guildhall.adjustments.BatchGrantView;
import org.guildhall.adjustments.BatchGrants;
import org.guildhall.adjustments.ExportGrant;
import org.guildhall.adjustments.GrantAudience;
import org.guildhall.adjustments.GrantQuery;
import org.guildhall.adjustments.GrantToMany;
import org.guildhall.adjustments.GrantUndoPreview;
import org.guildhall.adjustments.UndoGrant;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskApproval;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.LedgerPermissions;
import org.guildhall.ledger.RunGrant;
import org.guildhall.ledger.RunGrants;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.Members;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.JobView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** {@link BatchGrants}: says whom it reaches, notes what is to be done, and does it at once or asks. */
@Component
class GrantDesk implements BatchGrants {

    private final GrantStore store;
    private final GrantViews views;
    private final Audiences audiences;
    private final Consent consent;
    private final Witness witness;

    GrantDesk(GrantStore store, GrantViews views, Audiences audiences, Consent consent, Witness witness) {
        this.store = store;
        this.views = views;
        this.audiences = audiences;
        this.consent = consent;
        this.witness = witness;
    }

    /** Who has to agree, what was given, and when that can be undone. */
    @Component
    record Consent(
            ObjectProvider<Approvals> approvals,
            Judging judging,
            JsonMapper json,
            RunGrants grants,
            GrantRuns runs,
            Members members,
            ListFiles files) {

        boolean needed(String kind, long size) {
            return approvals.getObject().needed(kind, size);
        }

        /** Given before this returns where nobody has to agree. */
        void askToGive(GrantStore.Stored grant, List<MemberId> receivers) {
            var judged = judging.of(grant.total(), grant.amount(), receivers);
            var facts = new HashMap<>(facts(grant));
            if (judged.byMember()) {
                facts.put("ofToday", judged.size());
            }
            approvals
                    .getObject()
                    .ask(new AskApproval(
                            judged.kind(),
                            grant.id(),
                            json.valueToTree(new GrantSubjects.Giving(grant.id())),
                            facts,
                            judged.size(),
                            null,
                            null,
                            grant.reason()));
        }

        /** Taken back before this returns where nobody has to agree. */
        void askToUndo(GrantStore.Stored grant, UndoGrant command) {
            approvals
                    .getObject()
                    .ask(new AskApproval(
                            GrantSubjects.UNDO,
                            grant.id(),
                            json.valueToTree(new GrantSubjects.Undoing(grant.id(), command)),
                            facts(grant),
                            grant.total(),
                            null,
                            null,
                            command.reason()));
        }

        private static Map<String, Object> facts(GrantStore.Stored grant) {
            return Map.of("amount", grant.amount(), "members", grant.members(), "total", grant.total());
        }
    }

    @Override
    public GrantAudience preview(GrantToMany command) {
        witness.requireEverywhere(LedgerPermissions.ADJUST);
        witness.check(command.expiresOn());
        var audience = audiences.of(command.numbers());
        long total =
                Math.multiplyExact(command.amount(), (long) audience.members().size());
        var judged = consent.judging().of(total, command.amount(), audience.members());
        return new GrantAudience(
                audience.members().size(),
                audience.twice(),
                audience.unknown().stream().limit(GrantAudience.NAMED).toList(),
                audience.unknown().size(),
                total,
                judged.authority().needed(),
                judged.byMember() ? judged.size() : null,
                judged.authority());
    }

    @Override
    @Transactional
    public BatchGrantView give(GrantToMany command, String cause) {
        witness.requireEverywhere(LedgerPermissions.ADJUST);
        var id = CauseKey.of(cause).postingId();
        var content = witness.digest(command);
        var earlier = store.find(id);
        if (earlier.isPresent()) {
            return same(earlier.get(), content);
        }
        witness.check(command.expiresOn());
        var members = audiences.of(command.numbers()).members();
        if (members.isEmpty()) {
            throw Refusal.of(
                    new AdjustmentRefusal.NobodyToGrant(command.numbers().size()));
        }
        var grant = new GrantStore.Stored(
                id,
                content,
                command.amount(),
                command.expiresOn(),
                command.reason(),
                members.size(),
                null,
                witness.by(),
                witness.time().now());
        store.oneAtATime();
        if (!store.add(grant, members)) {
            return same(store.find(id).orElseThrow(), content);
        }
        witness.given(grant);
        consent.askToGive(grant, members);
        return get(id);
    }

    private BatchGrantView same(GrantStore.Stored grant, String content) {
        if (!grant.content().equals(content)) {
            throw Refusal.of(new AdjustmentRefusal.ActDiffers(grant.id()));
        }
        return views.of(grant);
    }

    @Override
    public Slice<BatchGrantView> list(GrantQuery query) {
        witness.requireEverywhere(LedgerPermissions.READ);
        return Slice.cut(
                        store.page(query.cursor(), query.size() + 1),
                        query.size(),
                        last -> Cursors.encode(last.askedAt(), last.id()),
                        null)
                .map(views::of);
    }

    @Override
    public BatchGrantView get(UUID id) {
        witness.requireEverywhere(LedgerPermissions.READ);
        return views.of(find(id));
    }

    @Override
    public Slice<RunGrant> members(UUID id, GrantQuery query) {
        witness.requireEverywhere(LedgerPermissions.READ);
        UUID run = find(id).run();
        return run == null
                ? new Slice<>(List.of(), null, null)
                : consent.grants().given(run, query.cursor(), query.size());
    }

    @Override
    public JobView export(UUID id, ExportGrant command) {
        witness.requireEverywhere(LedgerPermissions.READ);
        witness.access().require(AdjustmentPermissions.EXPORT);
        find(id);
        return consent.files().start(GrantExport.KIND, new GrantExport.Asked(id, command));
    }

    @Override
    public GrantUndoPreview undoPreview(UUID id) {
        witness.requireEverywhere(LedgerPermissions.ADJUST);
        var grant = find(id);
        var found = consent.grants().preview(consent.runs().undoable(grant).id());
        return new GrantUndoPreview(found, named(found.first()), consent.needed(GrantSubjects.UNDO, grant.total()));
    }

    @Override
    @Transactional
    public BatchGrantView undo(UUID id, UndoGrant command) {
        witness.requireEverywhere(LedgerPermissions.ADJUST);
        var grant = store.lock(id).orElseThrow(() -> Refusal.of(new AdjustmentRefusal.UnknownGrant(id)));
        var run = consent.runs().undoable(grant);
        witness.undone(grant, run.id(), command);
        consent.askToUndo(grant, command);
        return get(id);
    }

    private GrantStore.Stored find(UUID id) {
        return store.find(id).orElseThrow(() -> Refusal.of(new AdjustmentRefusal.UnknownGrant(id)));
    }

    private List<MemberRow> named(List<MemberId> first) {
        if (first.isEmpty()) {
            return List.of();
        }
        var ids = new MemberFilter.Ids(Set.copyOf(first));
        return consent.members()
                .search(new MemberQuery(null, ids, "number", null, null, first.size()))
                .items();
    }
}
