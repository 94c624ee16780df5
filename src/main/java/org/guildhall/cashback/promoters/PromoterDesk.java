package org.guildhall.cashback.promoters;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.cashback.BondQuery;
import org.guildhall.cashback.BondView;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.cashback.CommissionStatement;
import org.guildhall.cashback.EndPromoter;
import org.guildhall.cashback.EnrolPromoter;
import org.guildhall.cashback.ExportPromoters;
import org.guildhall.cashback.FoundingPromoters;
import org.guildhall.cashback.PromoterQuery;
import org.guildhall.cashback.PromoterView;
import org.guildhall.cashback.Promoters;
import org.guildhall.cashback.Rebind;
import org.guildhall.cashback.Recommend;
import org.guildhall.jooq.cashback.tables.records.PromoterEndRecord;
import org.guildhall.jooq.cashback.tables.records.PromoterRecord;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The face for promoters: who may, in one transaction each, audited; what smells of fraud raises an alarm. */
@Component
class PromoterDesk implements Promoters, FoundingPromoters {

    private final Books books;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    PromoterDesk(Books books, Surroundings surroundings) {
        this(books, surroundings, null);
    }

    private PromoterDesk(Books books, Surroundings surroundings, @Nullable Instant as) {
        this.books = books;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** Where promoters and bonds are kept, found and changed. */
    @Component
    record Books(
            PromoterStore store,
            PromoterSearch search,
            StatementSearch statements,
            Binding binding,
            Alarms alarms,
            ListFiles files) {}

    @Override
    public <T> T asOf(Instant at, Function<Promoters, T> acts) {
        surroundings.requireFounding(at);
        return acts.apply(new PromoterDesk(books, surroundings, at));
    }

    @Override
    public PromoterView enrol(EnrolPromoter command, String key) {
        requireMember(command.member(), CashbackPermissions.PROMOTE);
        var act = Act.of("enrol", key, command);
        surroundings.inTransaction(() -> {
            var earlier = books.store.promoter(command.member());
            if (earlier.isPresent() && earlier.get().getCause().equals(act.id())) {
                act.requireSame(earlier.get().getContentHash());
                return;
            }
            if (earlier.isPresent()) {
                throw Refusal.of(new CashbackRefusal.PromoterAlready(command.member()));
            }
            var rules = surroundings.rules(at());
            if (rules.policy().levels().isEmpty()) {
                throw Refusal.of(new CashbackRefusal.NoDistribution());
            }
            if (!command.consent()) {
                throw Refusal.of(new CashbackRefusal.ConsentNeeded());
            }
            requireLiving(command.member());
            var home = surroundings.home(command.member());
            var row = new PromoterRecord();
            row.setMemberId(command.member().value());
            row.setUnitId(home == null ? null : home.value());
            row.setConsent(true);
            row.setVersion(rules.version());
            row.setContentHash(act.hash());
            row.setCause(act.id());
            row.setOccurredAt(PromoterStore.at(at()));
            row.setRecordedAt(PromoterStore.at(surroundings.time().now()));
            row.setActor(surroundings.access().actor().reference());
            books.store.insert(row);
            note("cashback.promoter-enrolled", command.member(), null, null);
        });
        return promoter(command.member());
    }

    @Override
    public PromoterView end(MemberId promoter, EndPromoter command, String key) {
        requireMember(promoter, CashbackPermissions.PROMOTE);
        var act = Act.of("end", key, promoter + "|" + command);
        surroundings.inTransaction(() -> {
            if (books.store.promoter(promoter).isEmpty()) {
                throw Refusal.of(new CashbackRefusal.NotAPromoter(promoter));
            }
            var earlier = books.store.end(promoter);
            if (earlier.isPresent()) {
                act.requireSame(earlier.get().getContentHash());
                return;
            }
            var row = new PromoterEndRecord();
            row.setMemberId(promoter.value());
            row.setReason(command.reason());
            row.setContentHash(act.hash());
            row.setCause(act.id());
            row.setOccurredAt(PromoterStore.at(at()));
            row.setRecordedAt(PromoterStore.at(surroundings.time().now()));
            row.setActor(surroundings.access().actor().reference());
            books.store.insert(row);
            note("cashback.promoter-ended", promoter, null, command.reason());
        });
        return promoter(promoter);
    }

    @Override
    public BondView recommend(Recommend command, String key) {
        requireMember(command.customer(), CashbackPermissions.PROMOTE);
        requireMember(command.promoter(), CashbackPermissions.PROMOTE);
        var act = Act.of("recommend", key, command);
        var wish = new Binding.Wish(act, command.customer(), command.promoter(), "", at());
        return books.alarms.watched(
                wish,
                () -> bound(wish, "cashback.recommended", () -> {
                    requireLiving(command.customer());
                    books.binding.first(wish);
                }));
    }

    @Override
    public BondView rebind(MemberId customer, Rebind command, String key) {
        requireMember(customer, CashbackPermissions.REBIND);
        if (command.promoter() != null) {
            requireMember(command.promoter(), CashbackPermissions.REBIND);
        }
        var act = Act.of("rebind", key, customer + "|" + command);
        var wish = new Binding.Wish(act, customer, command.promoter(), command.reason(), at());
        return books.alarms.watched(wish, () -> bound(wish, "cashback.rebound", () -> books.binding.again(wish)));
    }

    private BondView bound(Binding.Wish wish, String act, Runnable bind) {
        surroundings.inTransaction(() -> {
            if (!books.binding.done(wish.act())) {
                bind.run();
                note(act, wish.customer(), wish.promoter(), wish.reason().isEmpty() ? null : wish.reason());
            }
        });
        return books.search.bond(wish.act().id());
    }

    @Override
    public Slice<PromoterView> list(PromoterQuery query) {
        var scope = surroundings.access().require(CashbackPermissions.PROMOTERS_READ);
        if (query.member() != null) {
            requireMember(new MemberId(query.member()), CashbackPermissions.PROMOTERS_READ);
        }
        return books.search.promoters(query, scope, surroundings.currency());
    }

    @Override
    public Slice<BondView> bonds(BondQuery query) {
        surroundings.access().require(CashbackPermissions.PROMOTERS_READ);
        if (query.customer() == null && query.promoter() == null) {
            throw InvalidInput.of("promoter", null, "required");
        }
        if (query.customer() != null) {
            requireMember(new MemberId(query.customer()), CashbackPermissions.PROMOTERS_READ);
        }
        if (query.promoter() != null) {
            requireMember(new MemberId(query.promoter()), CashbackPermissions.PROMOTERS_READ);
        }
        return books.search.bonds(query);
    }

    @Override
    public JobView export(ExportPromoters command) {
        surroundings.access().require(CashbackPermissions.PROMOTERS_READ);
        return books.files.start(PromoterExport.KIND, command);
    }

    @Override
    public CommissionStatement statement(UUID promoter, YearMonth month, @Nullable String cursor) {
        var member = new MemberId(promoter);
        requireMember(member, CashbackPermissions.PROMOTERS_READ);
        if (books.store.promoter(member).isEmpty()) {
            throw Refusal.of(new CashbackRefusal.NotAPromoter(member));
        }
        var zone = surroundings.time();
        var from = zone.startOf(month.atDay(1));
        var to = zone.startOf(month.plusMonths(1).atDay(1));
        return books.statements.of(
                new StatementSearch.Asked(member, month, new StatementSearch.Between(from, to), cursor), surroundings);
    }

    private PromoterView promoter(MemberId member) {
        var query = new PromoterQuery(member.value(), null, null, 1);
        return books.search
                .promoters(query, new Scope.All(), surroundings.currency())
                .items()
                .getFirst();
    }

    private void requireMember(MemberId member, Permission permission) {
        surroundings.access().require(permission);
        surroundings.members().requireVisible(member, permission);
    }

    private void requireLiving(MemberId member) {
        if (!surroundings.living(member)) {
            throw Refusal.of(new CashbackRefusal.MemberNotActive(member));
        }
    }

    private Instant at() {
        return as == null ? surroundings.time().now() : as;
    }

    private void note(String act, MemberId member, @Nullable MemberId promoter, @Nullable String reason) {
        var entry = AuditEntry.of(
                act, "promoter", member, "promoter", promoter == null ? null : promoter.toString(), "reason", reason);
        surroundings.audit().record(entry.about(member));
    }
}
