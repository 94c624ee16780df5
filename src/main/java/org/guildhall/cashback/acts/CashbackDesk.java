package org.guildhall.cashback.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ListFiles;
import org.guildhall.cashback.Cashback;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.CashbackPolicy;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.cashback.CashbackStanding;
import org.guildhall.cashback.ExportRebates;
import org.guildhall.cashback.FoundingCashback;
import org.guildhall.cashback.RebateDetail;
import org.guildhall.cashback.RebateKind;
import org.guildhall.cashback.RebateQuery;
import org.guildhall.cashback.RebateView;
import org.guildhall.cashback.SettleRebates;
import org.guildhall.cashback.SettlementPreview;
import org.guildhall.cashback.SettlementQuery;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The module's face: who may, and then what there is. */
@Component
class CashbackDesk implements Cashback, FoundingCashback {

    private final Reach reach;
    private final Shelves shelves;
    private final Work work;
    private final Surroundings surroundings;

    CashbackDesk(Reach reach, Shelves shelves, Work work, Surroundings surroundings) {
        this.reach = reach;
        this.shelves = shelves;
        this.work = work;
        this.surroundings = surroundings;
    }

    /** Where rebates and balances are looked up. */
    @Component
    record Shelves(RebateSearch search, RebateBook book, Ledger ledger, Policies policies) {}

    /** What is done in the background. */
    @Component
    record Work(Settling settling, Runs runs, Jobs jobs, ListFiles files) {}

    /** When, and who remembers it. */
    @Component
    record Surroundings(BusinessTime time, Audit audit) {}

    @Override
    public CashbackStanding of(MemberId member) {
        reach.require(CashbackPermissions.READ);
        reach.requireMember(member, CashbackPermissions.READ);
        var today = surroundings.time.today();
        var policy = policy();
        var currency = currency();
        var own = shelves.search.waiting(member, RebateKind.CASHBACK, currency);
        var others = shelves.search.waiting(member, RebateKind.COMMISSION, currency);
        long cashback = balance(member, Asset.CASHBACK);
        long commission = balance(member, Asset.COMMISSION);
        return new CashbackStanding(
                own.amount(),
                earlier(own.nextDay(), others.nextDay()),
                Money.of(Math.max(0, cashback), currency),
                Money.of(Math.max(0, -cashback), currency),
                policy.rates().isEmpty() ? null : monthLeft(member, policy, today),
                others.amount(),
                Money.of(Math.max(0, commission), currency),
                Money.of(Math.max(0, -commission), currency));
    }

    private Money monthLeft(MemberId member, CashbackPolicy policy, LocalDate today) {
        long used = shelves.search.bought(member, today.withDayOfMonth(1), today);
        return Money.of(Math.max(0, policy.mostPerMonth().minor() - used), currency());
    }

    private long balance(MemberId member, Asset asset) {
        return shelves.ledger.balances(List.of(member), asset).getOrDefault(member, 0L);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    @Override
    public Slice<RebateView> rebates(RebateQuery query) {
        var scope = reach.require(CashbackPermissions.READ);
        if (query.member() != null) {
            reach.requireMember(new MemberId(query.member()), CashbackPermissions.READ);
        }
        if (query.buyer() != null) {
            reach.requireMember(new MemberId(query.buyer()), CashbackPermissions.READ);
        }
        return shelves.search.page(query, scope);
    }

    @Override
    public RebateDetail get(UUID rebate) {
        reach.require(CashbackPermissions.READ);
        var row = shelves.book.row(rebate);
        reach.requireEither(row, CashbackPermissions.READ);
        return shelves.book.detail(row);
    }

    @Override
    public JobView export(ExportRebates command) {
        return work.files.start(RebateExport.KIND, command);
    }

    @Override
    public SettlementPreview preview(LocalDate through) {
        reach.requireEverywhere(CashbackPermissions.SETTLE);
        return shelves.search.due(past(through), currency());
    }

    @Override
    @Transactional
    public JobView settle(SettleRebates command) {
        reach.requireEverywhere(CashbackPermissions.SETTLE);
        var through = past(command.through());
        var job = work.jobs.start(SettleJob.CODE, command, reach.actor(), null);
        surroundings.audit.record(
                AuditEntry.of("cashback.settlement-asked", "job", job, "through", through.toString()));
        return work.jobs.get(job);
    }

    @Override
    public Slice<RunView> settlements(SettlementQuery query) {
        reach.requireEverywhere(CashbackPermissions.READ);
        return work.runs.list(List.of(Settling.KIND), query.cursor(), query.size());
    }

    @Override
    public UUID settledAt(Instant at) {
        if (!(reach.actor() instanceof Actor.Machine) || at.isAfter(surroundings.time.now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
        return work.settling.run(surroundings.time.dateOf(at), at);
    }

    private LocalDate past(LocalDate through) {
        var today = surroundings.time.today();
        if (through.isAfter(today)) {
            throw Refusal.of(new CashbackRefusal.NotYetDue(through, today));
        }
        return through;
    }

    private CashbackPolicy policy() {
        return shelves.policies
                .inForce(CashbackPolicy.KIND, surroundings.time.today())
                .policy();
    }

    private String currency() {
        return policy().mostPerMonth().currency().getCurrencyCode();
    }
}
