package org.guildhall.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guildhall.demo.trade.Visit;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnedLine;
import org.springframework.stereotype.Component;

/** Records what the members of a chapter bought, gave back and redeemed. */
@Component
class Trading {

    static final String SOURCE = "pos";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final Loyalty loyalty;
    private final Ledger ledger;
    private final BusinessTime time;

    Trading(Loyalty loyalty, Ledger ledger, BusinessTime time) {
        this.loyalty = loyalty;
        this.ledger = ledger;
        this.time = time;
    }

    /** Records the trade of these members, who have these ids, in the caller's transaction. */
    void record(DemoStory story, Cast cast, List<MemberSketch> sketches, List<MemberId> ids) {
        var purchases = new ArrayList<PurchaseFact>();
        var returns = new ArrayList<ReturnFact>();
        var redemptions = new ArrayList<Posting>();
        for (int i = 0; i < sketches.size(); i++) {
            var sketch = sketches.get(i);
            var member = ids.get(i);
            for (var visit : sketch.visits()) {
                var purchase = purchase(cast, sketch, visit, member);
                purchases.add(purchase);
                if (visit.returned() != null) {
                    returns.add(returned(purchase, visit, visit.returned()));
                }
            }
            Redemptions.of(story, sketch.index(), sketch.visits())
                    .forEach(redemption -> redemptions.add(posting(sketch, member, redemption)));
        }
        var outcome = loyalty.recordAll(purchases, returns, null);
        if (!outcome.refused().isEmpty()) {
            throw new IllegalStateException(
                    "the story breaks a rule: " + outcome.refused().getFirst());
        }
        if (!redemptions.isEmpty()) {
            ledger.postBulk(redemptions);
        }
    }

    private PurchaseFact purchase(Cast cast, MemberSketch sketch, Visit visit, MemberId member) {
        var store = Cast.PLACES.get(visit.store()).store();
        var number = "%s-%s-%05d-%03d".formatted(store, visit.at().format(DAY), sketch.index() + 1, visit.number());
        var lines = visit.items().stream()
                .map(item ->
                        new LineFact(item.product(), item.category(), item.pieces() * 1000L, Money.cny(item.fen())))
                .toList();
        return new PurchaseFact(
                SOURCE,
                number,
                member,
                instant(visit.at()),
                cast.stores().get(visit.store()),
                cast.cashiers().get(visit.store()),
                Money.cny(visit.fen()),
                lines,
                visit.payment());
    }

    private ReturnFact returned(PurchaseFact purchase, Visit visit, Visit.Return returned) {
        List<ReturnedLine> lines = returned.item() == null
                ? List.of()
                : IntStream.of(returned.item())
                        .mapToObj(item -> new ReturnedLine(
                                item + 1,
                                visit.items().get(item).pieces() * 1000L,
                                Money.cny(visit.items().get(item).fen())))
                        .toList();
        return new ReturnFact(
                SOURCE,
                "R-" + purchase.number(),
                purchase.number(),
                purchase.member(),
                instant(returned.at()),
                lines,
                null);
    }

    private Posting posting(MemberSketch sketch, MemberId member, Redemptions.Redemption redemption) {
        var key = "demo|redemption|" + sketch.number() + "|" + redemption.number();
        return new Posting(
                new CauseKey(key),
                member,
                "redemption",
                instant(redemption.at()),
                "redemption",
                Ids.derived(key),
                List.of(new Movement.Spend(Asset.POINTS, redemption.points())),
                null,
                0);
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(time.zone()).toInstant();
    }
}
