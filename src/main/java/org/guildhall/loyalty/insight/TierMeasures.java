package org.guildhall.loyalty.insight;

import java.util.List;
import org.guildhall.insights.Measure;
import org.guildhall.insights.MeasureCatalogue;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;

/** Measures of the tier ladder: who stands where on a day, and how members moved between two days. */
@Component
public final class TierMeasures implements MeasureCatalogue {

    private final Policies policies;
    private final BusinessTime time;

    /** Members without any step stand on the entry tier of the ladder in force today. */
    public TierMeasures(Policies policies, BusinessTime time) {
        this.policies = policies;
        this.time = time;
    }

    @Override
    public List<Measure> measures() {
        return List.of(
                new Measure("tier-mix", Measure.Shape.MIX, Measure.Quantity.MEMBERS, mix()),
                new Measure("tier-migration", Measure.Shape.FLOW, Measure.Quantity.MEMBERS, migration()));
    }

    private String mix() {
        return """
            select coalesce(t.tier, '%s') as k1, '' as k2, m.id as member, 1 as value, cast(null as bigint) as base
            from member m
            left join (%s) t on t.member = m.id
            where m.counted
              and m.joined_on <= :to
              and (m.left_on is null or m.left_on > :to)
            """.formatted(entryTier(), standingOn("day <= :to"));
    }

    private String migration() {
        return """
            select coalesce(a.tier, '%1$s') as k1, coalesce(b.tier, '%1$s') as k2,
                   m.id as member, 1 as value, cast(null as bigint) as base
            from member m
            left join (%2$s) a on a.member = m.id
            left join (%3$s) b on b.member = m.id
            where m.counted
              and m.joined_on < :from
              and (m.left_on is null or m.left_on > :to)
            """.formatted(entryTier(), standingOn("day < :from"), standingOn("day <= :to"));
    }

    /** A code of lower-case letters, digits and hyphens, as the policy's validator has it. */
    private String entryTier() {
        return policies.inForce(TiersPolicy.KIND, time.today()).policy().codes().getFirst();
    }

    private static String standingOn(String until) {
        return "select s.member, arg_max(s.tier, (s.effective_at, s.ordinal)) as tier from tier_step s"
                + " where s.withdraws is null and s." + until
                + " and not exists (select 1 from tier_step w where w.member = s.member and w.withdraws = s.ordinal)"
                + " group by s.member";
    }
}
