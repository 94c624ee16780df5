package org.guildhall.access.organisation;

import static org.guildhall.access.ScopeLevel.ALL;
import static org.guildhall.access.ScopeLevel.BRANCH;
import static org.guildhall.access.ScopeLevel.GROUP;
import static org.guildhall.access.ScopeLevel.OWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guildhall.access.Grant;
import org.guildhall.access.Permission;
import org.guildhall.access.PostClass;
import org.guildhall.access.PostPowers;
import org.guildhall.access.ScopeLevel;
import org.guildhall.kernel.Money;

/**
 * A post every member team has, with what it usually may do. Permissions are given by patterns, so that a module that comes
 * later finds its place; a longer pattern wins over a shorter one, and "no" takes away.
 */
record PostTemplate(
        String code, String name, PostClass postClass, String summary, PostPowers powers, List<Line> lines) {

    /** A pattern of permission codes ({@code *}, {@code members.*}, {@code members.read}) with the reach it gives. */
    record Line(String pattern, Optional<ScopeLevel> scope) {
        boolean matches(Permission permission) {
            return pattern.endsWith("*")
                    ? permission.code().startsWith(pattern.substring(0, pattern.length() - 1))
                    : permission.code().equals(pattern);
        }
    }

    /** What the template gives of a permission. */
    Optional<Grant> grant(Permission permission) {
        return lines.stream()
                .filter(line -> line.matches(permission))
                .reduce((a, b) -> b.pattern().length() >= a.pattern().length() ? b : a)
                .flatMap(Line::scope)
                .map(scope -> new Grant(permission, scope));
    }

    private static final PostPowers LEADS = new PostPowers(Money.cny(5_000_000), true, true, true, true, true, true);
    private static final PostPowers SUPERVISES =
            new PostPowers(Money.cny(500_000), false, true, false, true, false, false);

    /** The posts a new installation begins with. */
    static List<PostTemplate> all() {
        return List.of(
                post("lead", "会员中心经理", PostClass.LEAD, "领导会员团队，对会员体系的一切负责", LEADS)
                        .give(ALL, "*"),
                post("ops", "运营主管", PostClass.OPERATIONS, "分析数据、制定规则与活动、导入数据", SUPERVISES)
                        .give(ALL, "members.*", "loyalty.*", "ledger.*", "insights.*", "intake.*", "policies.*")
                        .give(ALL, "approvals.*", "mall.*", "prepaid.*", "checkout.*", "coupons.*", "messages.*")
                        .give(ALL, "finance.*", "adjustments.*")
                        .give(ALL, "benefits.*")
                        .give(ALL, "lottery.*")
                        .give(ALL, "cashback.*")
                        .give(ALL, "sessioncards.*")
                        .give(ALL, "access.units-read", "access.staff-read", "access.posts-read")
                        .take("members.erase", "members.unmasked", "members.configure"),
                post("analyst", "数据分析师", PostClass.OPERATIONS, "把数据变成决策", PostPowers.NONE)
                        .give(ALL, "members.read", "members.export", "loyalty.read", "ledger.read", "insights.*")
                        .give(ALL, "loyalty.runs-read", "loyalty.simulations-read", "loyalty.simulate")
                        .give(ALL, "mall.read", "mall.export", "prepaid.read", "prepaid.reconcile", "prepaid.export")
                        .give(ALL, "checkout.read", "coupons.read", "coupons.export", "finance.read", "finance.export")
                        .give(ALL, "benefits.read", "benefits.export")
                        .give(ALL, "lottery.read", "lottery.export")
                        .give(ALL, "cashback.read", "cashback.export", "cashback.promoters-read")
                        .give(ALL, "cashback.payouts-read")
                        .give(ALL, "sessioncards.read", "sessioncards.export")
                        .give(ALL, "messages.read", "messages.export")
                        .give(
                                ALL,
                                "intake.read",
                                "policies.read",
                                "policies.draft",
                                "access.units-read",
                                "approvals.take-part"),
                post("acq", "拓展专员", PostClass.ACQUISITION, "发展并维系自己名下的会员", PostPowers.NONE)
                        .give(GROUP, "members.read")
                        .give(OWN, "members.write", "members.transition", "members.assign", "members.reveal")
                        .give(OWN, "members.consent")
                        .give(GROUP, "loyalty.read", "ledger.read", "mall.read", "prepaid.read", "coupons.read")
                        .give(
                                GROUP,
                                "messages.read",
                                "benefits.read",
                                "lottery.read",
                                "cashback.read",
                                "sessioncards.read")
                        .give(ALL, "access.units-read", "policies.read", "approvals.take-part"),
                post("svc", "服务专员", PostClass.SERVICE, "解答咨询、处理投诉与建议", PostPowers.NONE)
                        .give(ALL, "members.read", "members.write", "members.transition", "members.assign")
                        .give(ALL, "members.reveal", "members.consent", "loyalty.read", "loyalty.record", "ledger.read")
                        .give(ALL, "loyalty.record-occasions", "loyalty.take-back-occasions")
                        .give(ALL, "mall.read", "mall.redeem", "mall.cancel", "mall.take-back")
                        .give(ALL, "prepaid.read", "prepaid.give-back", "prepaid.refund", "prepaid.freeze")
                        .give(ALL, "prepaid.transfer", "checkout.read")
                        .give(ALL, "coupons.read", "coupons.issue", "coupons.withdraw", "coupons.pass")
                        .give(ALL, "lottery.read", "lottery.draw", "lottery.cancel", "cashback.read")
                        .give(ALL, "cashback.promoters-read", "cashback.promote")
                        .give(ALL, "messages.read", "messages.send", "messages.operate")
                        .give(ALL, "benefits.read", "benefits.grant", "benefits.code", "benefits.take-back")
                        .give(ALL, "sessioncards.read", "sessioncards.book", "sessioncards.reverse")
                        .give(ALL, "sessioncards.extend", "sessioncards.reactivate", "sessioncards.refund")
                        .give(ALL, "access.units-read", "policies.read", "approvals.take-part"),
                post("store", "店员", PostClass.STORE, "在门店接待会员", PostPowers.NONE)
                        .give(BRANCH, "members.read", "members.write", "loyalty.read", "loyalty.record", "ledger.read")
                        .give(BRANCH, "loyalty.record-occasions")
                        .give(BRANCH, "insights.read", "mall.read", "mall.redeem", "mall.hand-out", "mall.cancel")
                        .give(BRANCH, "prepaid.read", "prepaid.top-up", "prepaid.pay", "prepaid.give-back")
                        .give(
                                BRANCH,
                                "checkout.*",
                                "coupons.read",
                                "coupons.pass",
                                "coupons.hand-over",
                                "lottery.read",
                                "lottery.draw",
                                "lottery.hand-out",
                                "messages.read")
                        .give(BRANCH, "benefits.read", "benefits.code", "benefits.use", "benefits.take-back")
                        .give(BRANCH, "cashback.read", "cashback.promoters-read", "cashback.promote")
                        .give(BRANCH, "cashback.use", "cashback.take-back")
                        .give(BRANCH, "sessioncards.read", "sessioncards.sell", "sessioncards.use", "sessioncards.book")
                        .give(BRANCH, "sessioncards.arrange")
                        .take("checkout.sell-large")
                        .give(ALL, "access.units-read", "approvals.take-part"),
                post("admin", "管理员", PostClass.SYSTEM, "管理员工、组织、岗位与系统，不看会员", PostPowers.NONE)
                        .give(ALL, "access.*", "members.configure", "policies.read", "approvals.take-part"),
                post("auditor", "审计员", PostClass.SYSTEM, "查阅一切记录，不改动任何东西", PostPowers.NONE)
                        .give(ALL, "members.read", "loyalty.read", "ledger.read", "ledger.prove", "insights.read")
                        .give(ALL, "intake.read", "policies.read", "approvals.*", "mall.read")
                        .give(ALL, "prepaid.read", "prepaid.reconcile", "checkout.read", "coupons.read", "lottery.read")
                        .give(ALL, "loyalty.runs-read", "loyalty.simulations-read", "messages.read", "finance.read")
                        .give(ALL, "benefits.read", "cashback.read", "cashback.promoters-read", "sessioncards.read")
                        .give(ALL, "adjustments.*", "cashback.payouts-read")
                        .give(ALL, "access.audit-read", "access.staff-read", "access.units-read", "access.posts-read"));
    }

    private static PostTemplate post(String code, String name, PostClass postClass, String summary, PostPowers powers) {
        return new PostTemplate(code, name, postClass, summary, powers, List.of());
    }

    private PostTemplate give(ScopeLevel scope, String... patterns) {
        return with(Optional.of(scope), patterns);
    }

    private PostTemplate take(String... patterns) {
        return with(Optional.empty(), patterns);
    }

    private PostTemplate with(Optional<ScopeLevel> scope, String... patterns) {
        var more = new ArrayList<>(lines);
        for (var pattern : patterns) {
            more.add(new Line(pattern, scope));
        }
        return new PostTemplate(code, name, postClass, summary, powers, more);
    }
}
