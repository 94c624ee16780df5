package org.guildhall.intake.runs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings.UnknownStores;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.intake.Tally;
import org.guildhall.intake.cleaning.Buyer;
import org.guildhall.intake.cleaning.PurchaseRow;
import org.guildhall.intake.runs.Buyers.FirstVisit;
import org.guildhall.intake.staging.PurchaseAssembly;
import org.guildhall.intake.staging.PurchaseAssembly.Assembled;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;

/** Records the purchases and returns of one batch, whole members at a time, so that each member is replayed once. */
final class PurchaseWork implements BatchWork {

    private final Plan plan;
    private final Buyers buyers;
    private final Stores stores;
    private final Loyalty loyalty;
    private final BusinessTime time;

    PurchaseWork(Plan plan, Buyers buyers, Stores stores, Loyalty loyalty, BusinessTime time) {
        this.plan = plan;
        this.buyers = buyers;
        this.stores = stores;
        this.loyalty = loyalty;
        this.time = time;
    }

    @Override
    public Done perform(int batch) {
        var assembled =
                PurchaseAssembly.assemble(plan.purchases(batch), plan.settings().identicalRows(), plan.spoilt());
        var work = new Work(new ArrayList<>(assembled.rejections()));
        var facts = work.withStores(assembled.facts());
        var found = buyers.find(work.visits(facts));
        var touched = work.collect(facts, found);
        var outcome = loyalty.recordAll(work.purchases, work.returns, plan.id().value());
        work.refused(outcome);
        return new Done(work.tally(assembled.dropped(), found.stubs().size(), outcome), work.rejections, touched);
    }

    /** The working state of one batch. */
    private final class Work {
        private final List<Rejection> rejections;
        private final Map<String, Assembled> byNumber = new HashMap<>();
        private final List<PurchaseFact> purchases = new ArrayList<>();
        private final List<ReturnFact> returns = new ArrayList<>();
        private final Map<String, Long> unknownStores = new TreeMap<>();

        Work(List<Rejection> rejections) {
            this.rejections = rejections;
        }

        /** The facts whose store is known or need not be. */
        List<Assembled> withStores(List<Assembled> facts) {
            var good = new ArrayList<Assembled>(facts.size());
            for (var fact : facts) {
                var code = fact.head().store();
                if (code != null && stores.find(code) == null) {
                    unknownStores.merge(code, (long) fact.rows().size(), Long::sum);
                    if (plan.settings().unknownStores() == UnknownStores.REJECT) {
                        reject(fact, ImportField.STORE, code, Rule.STORE_UNKNOWN);
                        continue;
                    }
                }
                good.add(fact);
            }
            return good;
        }

        Map<Buyer, FirstVisit> visits(List<Assembled> facts) {
            var first = new HashMap<Buyer, PurchaseRow>();
            for (var fact : facts) {
                first.merge(fact.head().buyer(), fact.head(), (a, b) -> b.atSecond() < a.atSecond() ? b : a);
            }
            var visits = new HashMap<Buyer, FirstVisit>();
            first.forEach((buyer, row) -> visits.put(buyer, new FirstVisit(day(row), stores.find(row.store()))));
            return visits;
        }

        /** Makes the facts of found buyers; gives the members and how they are touched. */
        Map<MemberId, BatchStore.Act> collect(List<Assembled> facts, Buyers.Found found) {
            var touched = new HashMap<MemberId, BatchStore.Act>();
            for (var fact : facts) {
                var buyer = fact.head().buyer();
                var member = found.members().get(buyer);
                var reason = found.refused().get(buyer);
                if (member != null) {
                    add(fact, member);
                    touched.put(member, found.stubs().contains(member) ? BatchStore.Act.STUB : BatchStore.Act.FACTS);
                } else if (reason != null) {
                    for (var row : fact.rows()) {
                        rejections.add(Rejections.because(row.row(), buyer.by(), buyer.key(), reason));
                    }
                } else {
                    reject(fact, buyer.by(), buyer.key(), Rule.BUYER_UNKNOWN);
                }
            }
            return touched;
        }

        private void add(Assembled fact, MemberId member) {
            byNumber.put(fact.number(), fact);
            var head = fact.head();
            var total = Money.of(fact.minor(), head.currency());
            var at = Instant.ofEpochSecond(head.atSecond());
            var source = plan.settings().source();
            var returnOf = head.returnOf();
            if (returnOf != null) {
                returns.add(new ReturnFact(source, fact.number(), returnOf, member, at, List.of(), total));
                return;
            }
            var lines = new ArrayList<LineFact>(fact.rows().size());
            for (var row : fact.rows()) {
                lines.add(new LineFact(
                        row.product(), row.category(), row.quantityMilli(), new Money(row.minor(), total.currency())));
            }
            purchases.add(new PurchaseFact(
                    source, fact.number(), member, at, stores.find(head.store()), null, total, lines, head.payment()));
        }

        void refused(BulkOutcome outcome) {
            for (var refused : outcome.refused()) {
                var fact = byNumber.remove(refused.number());
                if (fact != null) {
                    for (var row : fact.rows()) {
                        rejections.add(Rejections.because(
                                row.row(), ImportField.PURCHASE_NUMBER, refused.number(), refused.reason()));
                    }
                }
            }
        }

        private void reject(Assembled fact, ImportField field, String value, Rule rule) {
            for (var row : fact.rows()) {
                rejections.add(Rejection.of(row.row(), field, value, rule));
            }
        }

        Tally tally(long dropped, long stubs, BulkOutcome outcome) {
            var paid = new TreeMap<String, Long>();
            var returned = new TreeMap<String, Long>();
            long rows = 0;
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (var fact : byNumber.values()) {
                (fact.isReturn() ? returned : paid).merge(fact.head().currency(), fact.minor(), Math::addExact);
                rows += fact.rows().size();
                first = Math.min(first, fact.head().atSecond());
                last = Math.max(last, fact.head().atSecond());
            }
            return new Tally(
                    new Tally.Rows(0, rows, dropped, 0, Rejections.rows(rejections)),
                    new Tally.Facts(
                            0,
                            0,
                            stubs,
                            outcome.recorded(),
                            outcome.returns(),
                            outcome.replayed(),
                            outcome.points(),
                            outcome.growth(),
                            outcome.tierChanges()),
                    paid,
                    returned,
                    rows == 0 ? null : time.dateOf(Instant.ofEpochSecond(first)),
                    rows == 0 ? null : time.dateOf(Instant.ofEpochSecond(last)),
                    unknownStores,
                    Rejections.byRule(rejections),
                    null);
        }

        private LocalDate day(PurchaseRow row) {
            return time.dateOf(Instant.ofEpochSecond(row.atSecond()));
        }
    }
}
