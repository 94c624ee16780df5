package org.guildhall.intake.runs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportUndoPreview;
import org.guildhall.intake.ImportUndoPreview.Dependants;
import org.guildhall.intake.ImportUndoPreview.Kind;
import org.guildhall.intake.Tally;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.BatchDependants;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.members.UndoPreview;
import org.springframework.stereotype.Component;

/** Says what undoing an import would do, and what has been built on it since. */
@Component
class UndoPreviews {

    /** Members of whom the import itself gave something to build on; what it only updated stays whole without it. */
    private static final Set<BatchStore.Act> GIVEN =
            EnumSet.of(BatchStore.Act.ENTERED, BatchStore.Act.STUB, BatchStore.Act.FACTS);

    private final BatchStore batches;
    private final Members members;
    private final FactBooks books;
    private final Access access;

    UndoPreviews(BatchStore batches, Members members, FactBooks books, Access access) {
        this.batches = batches;
        this.members = members;
        this.books = books;
        this.access = access;
    }

    ImportUndoPreview of(ImportStore.Stored stored, Tally tally) {
        var id = stored.id();
        var facts = tally.facts();
        var registry = members.undoPreview(id.value());
        var given = batches.touched(id, GIVEN);
        var since = since(stored, given);
        var history = tally.history();
        var dependants = new ArrayList<Dependants>();
        add(dependants, Kind.SPENT_SINCE, since.spent());
        add(dependants, Kind.BOUGHT_SINCE, since.bought());
        if (registry.changedSince() > 0) {
            dependants.add(
                    new Dependants(Kind.CHANGED_SINCE, registry.changedSince(), named(registry.firstChangedSince())));
        }
        add(dependants, Kind.MERGED, merged(given));
        return new ImportUndoPreview(
                batches.touchedCount(id),
                registry.registrations(),
                registry.changes(),
                registry.changedSince(),
                facts.purchases() + facts.returns(),
                history == null ? 0 : history.periods(),
                history == null ? facts.points() : history.net(),
                since.spent().size(),
                dependants);
    }

    /** Of a history of points, what was bought since depends on nothing in it but the members it entered. */
    private BatchDependants since(ImportStore.Stored stored, List<MemberId> given) {
        var batch = stored.id().value();
        if (stored.plan().kind() != ImportKind.POINTS) {
            return books.purchases().dependants(batch, given, stored.createdAt());
        }
        var entered = batches.touched(stored.id(), EnumSet.of(BatchStore.Act.STUB));
        return new BatchDependants(
                books.points().spentSince(batch, given),
                books.purchases().dependants(batch, entered, stored.createdAt()).bought());
    }

    private void add(List<Dependants> dependants, Kind kind, List<MemberId> of) {
        if (!of.isEmpty()) {
            dependants.add(new Dependants(kind, of.size(), named(of)));
        }
    }

    private List<MemberId> merged(Collection<MemberId> given) {
        return members.facts(given).values().stream()
                .filter(member -> member.status() == MemberStatus.MERGED)
                .map(member -> member.id())
                .toList();
    }

    private List<MemberRow> named(List<MemberId> all) {
        if (all.isEmpty() || !access.may(MemberPermissions.READ)) {
            return List.of();
        }
        var first = Set.copyOf(all.subList(0, Math.min(all.size(), UndoPreview.NAMED)));
        return members.search(
                        new MemberQuery(null, new MemberFilter.Ids(first), "number", null, null, UndoPreview.NAMED))
                .items();
    }
}
