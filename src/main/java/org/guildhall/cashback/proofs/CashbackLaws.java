package org.guildhall.cashback.proofs;

import java.util.List;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.ModuleLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The laws of rebates. */
@Configuration(proxyBeanMethods = false)
class CashbackLaws {

    private static final String COMMISSIONS = """
            select member_id, sum(amount) as total
            from (
              select member_id, credited as amount from cashback.rebate where level > 0
              union all
              select member_id, before - total from cashback.payment
            ) moved
            group by member_id
            """;
    private static final String CASHBACK = """
            select member_id, sum(amount) as total
            from (
              select member_id, credited as amount from cashback.rebate where level = 0
              union all
              select u.member_id, -u.amount from cashback.use u
              where not exists (select from cashback.taking_back b where b.use_id = u.use_id)
              union all
              select u.member_id, g.total - g.before
              from cashback.given_back g
              join cashback.use u on u.use_id = g.use_id
            ) moved
            group by member_id
            """;

    /** A rebate comes to what its lines' last steps come to, and what is booked of it to its last credit. */
    @Bean
    ModuleLaw rebatesAddUp() {
        return new ModuleLaw.ByQuery("cashback.rebates-add-up", "cashback.rebate", Breaches.ADD_UP);
    }

    /** No line brings more than its percent of what stays of it, and each step follows the one before. */
    @Bean
    ModuleLaw rebatesWithinPercent() {
        return new ModuleLaw.ByQuery("cashback.within-percent", "cashback.share", Breaches.WITHIN_PERCENT);
    }

    /** Nothing was credited before its day. */
    @Bean
    ModuleLaw rebatesNotEarly() {
        return new ModuleLaw.ByQuery("cashback.not-before-its-day", "cashback.credit", Breaches.NOT_EARLY);
    }

    /** What members own of cashback and commissions is what was credited, less what was paid with it or paid out. */
    @Bean
    ModuleLaw rebatesAreBalances() {
        return new ModuleLaw.ByBalances(
                "cashback.balances-are-credits",
                List.of(
                        new ModuleLaw.Total(Asset.CASHBACK, CASHBACK),
                        new ModuleLaw.Total(Asset.COMMISSION, COMMISSIONS)));
    }

    /** Commissions go to who recommended the buyer then, and to who recommended that one. */
    @Bean
    ModuleLaw commissionsFollowBonds() {
        return new ModuleLaw.ByQuery("cashback.commissions-follow-bonds", "cashback.rebate", Breaches.FOLLOW_BONDS);
    }

    /** Payments follow one another, none above what was proposed; what is reversed is what was paid. */
    @Bean
    ModuleLaw payoutsWithinDue() {
        return new ModuleLaw.ByQuery("cashback.payouts-within-due", "cashback.payment", PayoutBreaches.WITHIN_DUE);
    }

    /** Nothing was paid by a payout that was not agreed to, and each sums up its lines. */
    @Bean
    ModuleLaw payoutsAddUp() {
        return new ModuleLaw.ByQuery("cashback.payouts-add-up", "cashback.payout", PayoutBreaches.ADD_UP);
    }

    /** Nobody was recommended by somebody they brought, over however many. */
    @Bean
    ModuleLaw bondsCloseNoRing() {
        return new ModuleLaw.ByQuery("cashback.no-rings", "cashback.bond", Breaches.NO_RINGS);
    }

    /** Whoever recommends had agreed to it by then. */
    @Bean
    ModuleLaw promotersConsented() {
        return new ModuleLaw.ByQuery("cashback.promoters-consented", "cashback.promoter", Breaches.CONSENTED);
    }

    /** Every purchase brings what the rules make of the facts known now. */
    @Bean
    ModuleLaw rebatesAsRecomputed(AsRecomputed recomputed) {
        return new ModuleLaw.ByLooking("cashback.as-recomputed", recomputed::check);
    }
}
