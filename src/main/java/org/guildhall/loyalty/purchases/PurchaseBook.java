package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.BatchDependants;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.PurchaseQuery;
import org.guildhall.loyalty.PurchaseRow;
import org.guildhall.loyalty.PurchaseView;
import org.guildhall.loyalty.PurchaseView.ReturnView;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.replay.GivenBack;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.Outcome;
import org.guildhall.loyalty.replay.Remainder;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows purchases within the reader's scope, each with its lines, its returns and why it earned what it did. */
@Component
public class PurchaseBook {

    private final Readers readers;
    private final PurchaseSearch search;
    private final Replaying replaying;
    private final Dependants dependants;

    PurchaseBook(Readers readers, PurchaseSearch search, Replaying replaying, Dependants dependants) {
        this.readers = readers;
        this.search = search;
        this.replaying = replaying;
        this.dependants = dependants;
    }

    /** What a member's replay needs. */
    @Component
    record Replaying(Histories histories, RuleBooks books, BusinessTime time) {}

    /** Who may read what. */
    @Component
    record Readers(Access access, Members members) {}

    /** One page, newest first. */
    public Slice<PurchaseRow> page(PurchaseQuery query) {
        var scope = readers.access.require(LoyaltyPermissions.READ);
        if (query.member() != null) {
            readers.members.requireVisible(query.member(), LoyaltyPermissions.READ);
        }
        return search.page(query, scope);
    }

    /** One purchase in full; visible where its store or its member is. */
    public PurchaseView get(UUID id) {
        var scope = readers.access.require(LoyaltyPermissions.READ);
        var found = search.find(id);
        if (found == null) {
            throw Refusal.of(new LoyaltyRefusal.Unknown("purchase", id.toString()));
        }
        var row = found.row();
        if (!Scopes.includes(scope, row.store(), row.staff())) {
            readers.members.requireVisible(row.member(), LoyaltyPermissions.READ);
        }
        var history = history(row.member());
        var outcome = MemberReplay.explaining(replaying.books.current(), history, replaying.time.today(), id);
        var awarded = award(outcome, id);
        var remainder = remainder(history, row);
        return new PurchaseView(
                row,
                found.record().getPayment(),
                found.record().getRecordedAt().toInstant(),
                found.record().getBatchId(),
                lines(history, id),
                Points.of(awarded.points),
                Points.of(awarded.growth),
                returns(history, outcome, row),
                new Money(remainder == null ? 0 : remainder.total(), row.total().currency()),
                remainder == null || remainder.isGone(),
                outcome.explanation());
    }

    /** Which of these members have gone on since a batch was recorded for them. */
    public BatchDependants dependants(UUID batch, Collection<MemberId> members, Instant otherwise) {
        return dependants.of(batch, members, otherwise);
    }

    private record Awarded(long points, long growth) {}

    private static Awarded award(Outcome outcome, UUID fact) {
        return outcome.awards().stream()
                .filter(award -> award.fact().equals(fact))
                .findFirst()
                .map(award -> new Awarded(award.points(), award.growth()))
                .orElse(new Awarded(0, 0));
    }

    private static List<LineFact> lines(MemberHistory history, UUID id) {
        return history.purchases().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> one.fact().lines())
                .orElse(List.of());
    }

    /** What is left of the purchase; nothing is known of one that was voided. */
    private static @Nullable Remainder remainder(MemberHistory history, PurchaseRow row) {
        return history.purchases().stream()
                .filter(one -> one.id().equals(row.id()))
                .findFirst()
                .map(one -> Remainder.after(one.fact(), givenBack(history, row)))
                .orElse(null);
    }

    private static List<ReturnFact> givenBack(MemberHistory history, PurchaseRow row) {
        return history.returns().stream()
                .map(GivenBack::fact)
                .filter(back -> back.source().equals(row.source())
                        && back.purchaseNumber().equals(row.number()))
                .sorted(Comparator.comparing(ReturnFact::occurredAt).thenComparing(ReturnFact::number))
                .toList();
    }

    private static List<ReturnView> returns(MemberHistory history, Outcome outcome, PurchaseRow row) {
        var views = new ArrayList<ReturnView>();
        for (GivenBack back : history.returns()) {
            if (back.fact().source().equals(row.source())
                    && back.fact().purchaseNumber().equals(row.number())) {
                var awarded = award(outcome, back.id());
                views.add(new ReturnView(
                        back.id(),
                        back.fact().number(),
                        back.fact().occurredAt(),
                        Points.of(-awarded.points),
                        Points.of(-awarded.growth)));
            }
        }
        return views;
    }

    private MemberHistory history(MemberId member) {
        return Objects.requireNonNull(
                replaying.histories.of(List.of(member), true).get(member));
    }
}
