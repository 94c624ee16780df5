package org.guildhall.benefits.acts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Permission;
import org.guildhall.benefits.BenefitGrants;
import org.guildhall.benefits.BenefitPermissions;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.benefits.Benefits;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.CatalogueView;
import org.guildhall.benefits.CheckCode;
import org.guildhall.benefits.CheckedCode;
import org.guildhall.benefits.CostQuery;
import org.guildhall.benefits.CostRow;
import org.guildhall.benefits.EntitlementView;
import org.guildhall.benefits.ExportCosts;
import org.guildhall.benefits.ExportUses;
import org.guildhall.benefits.FoundingBenefits;
import org.guildhall.benefits.IssueCode;
import org.guildhall.benefits.IssuedCode;
import org.guildhall.benefits.Offer;
import org.guildhall.benefits.TakeBackUse;
import org.guildhall.benefits.UseBenefit;
import org.guildhall.benefits.UseQuery;
import org.guildhall.benefits.UseView;
import org.guildhall.jooq.benefits.tables.records.UseRecord;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.ReadableCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The module's face for entitlements and uses: who may, in one transaction each, and then what came of it. */
@Component
class BenefitDesk implements Benefits, FoundingBenefits {

    private final Halves halves;
    private final Entitlements entitlements;
    private final Using.Books books;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    BenefitDesk(Halves halves, Entitlements entitlements, Using.Books books, Surroundings surroundings) {
        this(halves, entitlements, books, surroundings, null);
    }

    private BenefitDesk(
            Halves halves,
            Entitlements entitlements,
            Using.Books books,
            Surroundings surroundings,
            @Nullable Instant as) {
        this.halves = halves;
        this.entitlements = entitlements;
        this.books = books;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** What is done elsewhere: uses, lists, files, and what is given by hand. */
    @Component
    record Halves(Using using, Attempts attempts, UseSearch search, ListFiles files, GrantDesk grants) {}

    @Override
    public <T> T asOf(Instant at, BiFunction<Benefits, BenefitGrants, T> acts) {
        surroundings.requireFounding(at);
        var then = new BenefitDesk(halves, entitlements, books, surroundings, at);
        return acts.apply(then, halves.grants.asOf(at));
    }

    @Override
    public CatalogueView catalogue() {
        surroundings.reach().require(BenefitPermissions.READ);
        var inForce = entitlements.catalogue(now());
        return new CatalogueView(
                inForce.version(), inForce.policy().benefits(), inForce.policy().plans());
    }

    @Override
    public List<EntitlementView> of(MemberId member) {
        surroundings.reach().require(BenefitPermissions.READ);
        surroundings.reach().requireMember(member, BenefitPermissions.READ);
        return entitlements.of(member, now());
    }

    @Override
    public List<EntitlementView> atTheCounter(MemberId member) {
        surroundings.reach().requireServed(member);
        return entitlements.of(member, now()).stream()
                .filter(one -> !one.needsCode() && !(one.offer() instanceof Offer.PurchaseDiscount))
                .toList();
    }

    @Override
    public IssuedCode issueCode(IssueCode command, String key) {
        surroundings.reach().require(BenefitPermissions.CODE);
        surroundings.reach().requireMember(command.member(), BenefitPermissions.CODE);
        var act = Act.of("code", key, command);
        var code = surroundings.inTransaction(() -> {
            var at = now();
            var benefit = benefit(command.benefit(), at);
            if (benefit.offer() instanceof Offer.PurchaseDiscount) {
                throw Refusal.of(new BenefitRefusal.OnlyWithAPurchase(benefit.name()));
            }
            if (entitlements.of(command.member(), benefit, at).grounds().isEmpty()) {
                throw Refusal.of(new BenefitRefusal.NotEntitled(benefit.name()));
            }
            var good = Duration.ofMinutes(entitlements.catalogue(at).policy().codeMinutes());
            return books.codes().issue(act, command, at, good);
        });
        return Codes.shown(code);
    }

    @Override
    public CheckedCode check(CheckCode command) {
        surroundings.reach().requireCounter(command.store());
        var at = now();
        var code = halves.attempts.entering(() -> books.codes().require(command.code(), command.member(), null, at));
        var member = new MemberId(code.getMemberId());
        var entitlement = entitlements.of(member, benefit(code.getBenefit(), at), at);
        if (entitlement.grounds().isEmpty()) {
            throw Refusal.of(new BenefitRefusal.NotEntitled(entitlement.name()));
        }
        return new CheckedCode(
                ReadableCodes.shown(code.getCode()), member, code.getExpiresAt().toInstant(), entitlement);
    }

    @Override
    public UseView use(UseBenefit command, String key) {
        surroundings.reach().requireCounter(command.store());
        var act = Act.of("use", key, command);
        Supplier<UseView> work = () -> surroundings.inTransaction(() -> {
            halves.using.use(act, command, as);
            return view(act.id());
        });
        boolean codeless = command.code() == null || command.code().isBlank();
        return codeless ? work.get() : halves.attempts.entering(work);
    }

    @Override
    public UseView takeBack(UUID use, TakeBackUse command, String key) {
        var row = readable(use, BenefitPermissions.TAKE_BACK);
        var act = Act.of("take-back", key, use + "|" + command);
        return surroundings.inTransaction(() -> {
            halves.using.takeBack(row, act, command.reason(), as);
            return view(use);
        });
    }

    @Override
    public Slice<UseView> uses(UseQuery query) {
        var scope = surroundings.reach().require(BenefitPermissions.READ);
        if (query.member() != null) {
            surroundings.reach().requireMember(new MemberId(query.member()), BenefitPermissions.READ);
        }
        return halves.search.page(query, scope);
    }

    @Override
    public UseView get(UUID use) {
        readable(use, BenefitPermissions.READ);
        return view(use);
    }

    @Override
    public List<CostRow> costs(CostQuery query) {
        var scope = surroundings.reach().require(BenefitPermissions.READ);
        requireDays(query);
        return halves.search.costs(query, scope);
    }

    private static void requireDays(CostQuery query) {
        if (query.from() != null && query.to() != null && query.to().isBefore(query.from())) {
            throw InvalidInput.of("to", query.to(), "not-before-from");
        }
    }

    @Override
    public JobView exportCosts(ExportCosts command) {
        surroundings.reach().require(BenefitPermissions.EXPORT);
        requireDays(command.query());
        return halves.files.start(CostExport.KIND, command);
    }

    @Override
    public JobView export(ExportUses command) {
        return halves.files.start(UseExport.KIND, command);
    }

    private UseRecord readable(UUID use, Permission permission) {
        surroundings.reach().require(permission);
        var row = books.uses().row(use).orElseThrow(() -> Refusal.of(new BenefitRefusal.UnknownUse(use)));
        surroundings.reach().requireEither(new UnitId(row.getStoreId()), new MemberId(row.getMemberId()), permission);
        return row;
    }

    private Benefit benefit(String code, Instant at) {
        return entitlements
                .catalogue(at)
                .policy()
                .benefit(code)
                .orElseThrow(() -> Refusal.of(new BenefitRefusal.UnknownBenefit(code)));
    }

    private UseView view(UUID use) {
        return books.uses().find(use).orElseThrow();
    }

    private Instant now() {
        return surroundings.at(as);
    }
}
