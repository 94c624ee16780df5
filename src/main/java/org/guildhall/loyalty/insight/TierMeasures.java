package org.guildhall.loyalty.insight;

import java.util.List;
import org.guildhall.insights.Measure;
import org.guildhall.insights.MeasureCatalogue;
import org.springframework.stereotype.Component;

/** Measures of the tier ladder: who stands where on a day, and how members moved between two days. */
@Component
public final class TierMeasures implements MeasureCatalogue {

    @Override
    public List<Measure> measures() {
        return List.of(
                new Measure("tier-mix", Measure.Shape.MIX, Measure.Quantity.MEMBERS, mix()),
                new Measure("tier-migration", Measure.Shape.FLOW, Measure.Quantity.MEMBERS, migration()));
    }

    private static String mix() {
        return """
            select coalesce(t.tier, '') as k1, '' as k2, m.id as member, 1 as value, cast(null as bigint) as base
            from member m
            left join (%s) t on t.member = m.id
            where m.counted
              and m.joined_on <= :to
              and (m.left_on is null or m.left_on > :to)
            """.formatted(standingOn("day <= :to"));
    }

    private static String migration() {
        return """
            select coalesce(a.tier, '') as k1, coalesce(b.tier, '') as k2,
                   m.id as member, 1 as value, cast(null as bigint) as base
            from member m
            left join (%s) a on a.member = m.id
            left join (%s) b on b.member = m.id
            where m.counted
              and m.joined_on < :from
              and (m.left_on is null or m.left_on > :to)
            """.formatted(standingOn("day < :from"), standingOn("day <= :to"));
    }

    private static String standingOn(String until) {
        return "select member, arg_max(tier, (effective_at, ordinal)) as tier from tier_step where not withdrawn and "
                + until + " group by member";
    }
}
