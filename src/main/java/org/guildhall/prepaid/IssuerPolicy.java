package org.guildhall.prepaid;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guildhall.kernel.Money;
import org.guildhall.members.MemberKind;
import org.guildhall.policies.PolicyKind;

/**
 * How much money the company may hold that was paid in advance, how much of it has to be in custody, and how honouring ends:
 * 单用途商业预付卡管理办法 (商务部令 2012 年第 9 号, since amended) art. 25 (the cap), art. 26 (custody), its rule that a company pays by bank
 * transfer from 5 000 yuan on and a person from 50 000 on, and its thirty days of public
 * notice before honouring ends. The figures are the text of the law as the project noted it from secondary sources; a lawyer
 * checks them before a company relies on them. Shares other than these (art. 25 lets resident services hold a whole year's income)
 * are entered per class. Before the first fiscal year is over no income is known and no cap is figured: what art. 25 sets for an
 * issuer in its first year is not modelled, because the text the project noted does not give it.
 *
 * @param issuer which class of issuer the company is
 * @param classes what holds for each class
 * @param incomes main income of fiscal years, the earliest first; the last one that was over decides the cap, none means no cap
 * @param warnFromPercent from which share of the cap on it is pointed out
 * @param beyond what becomes of a top-up or a session card that would exceed the cap
 * @param noticeDays how many days lie at least between the public notice and the end of honouring
 * @param endings the announced end of honouring, if there is one: no money comes in from the notice on, none is taken after the
 *     end, and refunds go on
 * @param byTransfer from which amount on money paid in advance comes by bank transfer; what is built in where older rules say nothing
 * @param source where the figures come from, and since when
 */
public record IssuerPolicy(
        @NotNull IssuerClass issuer,
        @NotEmpty @Size(max = 4) List<@Valid @NotNull ClassRule> classes,
        @NotNull @Size(max = 50) List<@Valid @NotNull Income> incomes,
        @Min(1) @Max(100) int warnFromPercent,
        @NotNull Beyond beyond,
        @Min(30) @Max(3_650) int noticeDays,
        @NotNull @Size(max = 1) List<@Valid @NotNull Ending> endings,
        @NotNull @Valid ByTransfer byTransfer,
        @NotBlank @Size(max = 300) String source) {

    /** A large issuer with the shares of the law; no income is known, so no cap is. */
    public static final IssuerPolicy DEFAULT = new IssuerPolicy(
            IssuerClass.SCALE,
            List.of(
                    new ClassRule(IssuerClass.SCALE, 40, 20),
                    new ClassRule(IssuerClass.GROUP, 30, 30),
                    new ClassRule(IssuerClass.BRAND, 40, 40),
                    new ClassRule(IssuerClass.OTHER, 40, 0)),
            List.of(),
            80,
            Beyond.REFUSE,
            30,
            List.of(),
            ByTransfer.LAWFUL,
            "商务部令 2012 年第 9 号（单用途商业预付卡管理办法）第二十五条（预收资金上限）、第二十六条（存管比例），单位五千元、个人五万元起须经银行转账，终止兑付前至少三十日公示");

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<IssuerPolicy> KIND =
            new PolicyKind<>("prepaid.issuer", IssuerPolicy.class, DEFAULT, "4.18", IssuerPolicyCheck::broken);

    /** Copies the lists. */
    public IssuerPolicy {
        classes = List.copyOf(classes);
        incomes = List.copyOf(incomes);
        endings = List.copyOf(endings);
        byTransfer = byTransfer == null ? ByTransfer.LAWFUL : byTransfer;
    }

    /** What holds for the company's own class. */
    public ClassRule rule() {
        return classes.stream()
                .filter(one -> one.issuer() == issuer)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule for " + issuer));
    }

    /** The income of the last fiscal year that was over on a day. */
    public Optional<Income> income(LocalDate on) {
        return incomes.stream().filter(one -> one.yearEnd().isBefore(on)).reduce((former, later) -> later);
    }

    /** The announced end of honouring, once it is announced. */
    public Optional<Ending> ending(LocalDate on) {
        return endings.stream().filter(one -> !one.announcedOn().isAfter(on)).findFirst();
    }

    /**
     * From which amount on, paid at once, money comes by bank transfer and in no other way.
     *
     * @param organisation of members that are organisations
     * @param person of members that are persons
     */
    @Schema(name = "ByTransferFrom")
    public record ByTransfer(
            @NotNull Money organisation, @NotNull Money person) {

        /** 5 000 yuan of an organisation, 50 000 of a person. */
        static final ByTransfer LAWFUL = new ByTransfer(Money.cny(500_000), Money.cny(5_000_000));

        /** From which amount on a member of this kind transfers. */
        public Money from(MemberKind kind) {
            return kind == MemberKind.ORGANISATION ? organisation : person;
        }
    }

    /** Which class of issuer. */
    @Schema(name = "IssuerClass", enumAsRef = true)
    public enum IssuerClass {
        /** 规模发卡企业: large by turnover and capital. */
        SCALE,
        /** 集团发卡企业: cards are honoured within a group of companies. */
        GROUP,
        /** 品牌发卡企业: cards are honoured within a brand's franchise. */
        BRAND,
        /** 其他发卡企业: any other. */
        OTHER
    }

    /** What becomes of money paid in advance beyond the cap. */
    @Schema(name = "BeyondAdvanceCap", enumAsRef = true)
    public enum Beyond {
        /** It is refused. */
        REFUSE,
        /** It is taken, and pointed out. */
        LET_THROUGH
    }

    /**
     * What holds for a class.
     *
     * @param capPercent at most so much of last year's main income
     * @param custodyPercent at least so much of last quarter's balance is in custody; none for those who need no custody
     */
    @Schema(name = "IssuerClassRule")
    public record ClassRule(
            @NotNull IssuerClass issuer,
            @Min(1) @Max(100) int capPercent,
            @Min(0) @Max(100) int custodyPercent) {}

    /**
     * Main income of a fiscal year.
     *
     * @param yearEnd its last day
     */
    @Schema(name = "IssuerIncome")
    public record Income(
            @NotNull LocalDate yearEnd, @NotNull Money amount) {}

    /**
     * That honouring ends.
     *
     * @param announcedOn when it was announced publicly
     * @param endsOn the last day on which it is honoured
     */
    @Schema(name = "HonouringEnding")
    public record Ending(
            @NotNull LocalDate announcedOn, @NotNull LocalDate endsOn) {}
}
