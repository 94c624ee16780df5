package org.guildhall.loyalty.insight;

import static org.guildhall.insights.Measure.Quantity.MEMBERS;
import static org.guildhall.insights.Measure.Quantity.MONEY;
import static org.guildhall.insights.Measure.Quantity.PURCHASES;
import static org.guildhall.insights.Measure.Quantity.SHARE;
import static org.guildhall.insights.Measure.Shape.COHORTS;
import static org.guildhall.insights.Measure.Shape.FIGURE;
import static org.guildhall.insights.Measure.Shape.MIX;
import static org.guildhall.insights.Measure.Shape.SERIES;

import java.util.List;
import org.guildhall.insights.Measure;
import org.guildhall.insights.MeasureCatalogue;
import org.springframework.stereotype.Component;

/**
 * Measures of what members buy. Revenue is purchases less returns, each on its own day; a purchase counts as a purchase even
 * if it was given back later; voided facts never count.
 */
@Component
public final class PurchaseMeasures implements MeasureCatalogue {

    private static final String LIVE =
            "(select * from purchase where not exists (select 1 from voiding v where v.fact = purchase.id))";

    /** What came back, valued: the amount stated, or, where none was, everything that was left of the purchase. */
    private static final String CAME_BACK = """
            (
              select p.member, r.day, p.unit, p.currency,
                     coalesce(r.amount, case row_number() over (partition by p.id, r.amount is null order by r.day, r.id)
                       when 1 then p.amount - coalesce(sum(r.amount) over (partition by p.id), 0)
                       else 0 end) as amount
              from returned r
            """
            + "join " + LIVE + " p on p.source = r.source and p.number = r.purchase_number and p.member = r.member\n"
            + "where not exists (select 1 from voiding v where v.fact = r.id)\n)\n";

    private static final String TURNOVER = "from (\n"
            + "select member, day, unit, currency, amount from " + LIVE + "\n"
            + "union all\n"
            + "select member, day, unit, currency, -amount from " + CAME_BACK
            + ")\nwhere day between :from and :to\n";

    private static final String PURCHASE_COUNT =
            "select '' as k1, '' as k2, member, 1 as value, cast(null as bigint) as base\n" + "from " + LIVE
                    + "\nwhere day between :from and :to\n";

    private static final String BY_CATEGORY = """
            select coalesce(category, '') as k1, currency as k2, member, amount as value, cast(null as bigint) as base
            from purchase_line
            where not exists (select 1 from voiding v where v.fact = purchase_line.purchase)
              and day between :from and :to
            """;

    private static final String ACTIVE = "select '' as k1, '' as k2, member, 1 as value, cast(null as bigint) as base\n"
            + "from " + LIVE + "\n"
            + "where day > :to - :active_days and day <= :to\n"
            + "group by member\n";

    private static final String REPEAT = "select '' as k1, '' as k2, member,\n"
            + "       case when count(*) >= :repeat_purchases then 1 else 0 end as value, 1 as base\n"
            + "from " + LIVE + "\n"
            + "where day between :from and :to\n"
            + "group by member\n";

    private static final String RETENTION = "select strftime(f.day, '%Y-%m') as k1,\n"
            + "       lpad(cast(date_diff('month', f.day, p.day) as varchar), 3, '0') as k2,\n"
            + "       p.member, 1 as value, cast(null as bigint) as base\n"
            + "from " + LIVE + " p\n"
            + "join (select member, min(day) as day from " + LIVE + " group by member) f on f.member = p.member\n"
            + "where f.day between :from and :to\n"
            + "  and p.day <= :to\n"
            + "group by 1, 2, 3\n";

    @Override
    public List<Measure> measures() {
        return List.of(
                new Measure("revenue", FIGURE, MONEY, turnover("currency", "''")),
                new Measure("revenue-by-month", SERIES, MONEY, turnover("strftime(day, '%Y-%m')", "currency")),
                new Measure("revenue-by-unit", MIX, MONEY, turnover("coalesce(cast(unit as varchar), '')", "currency")),
                new Measure("sales-by-category", MIX, MONEY, BY_CATEGORY),
                new Measure("purchases", FIGURE, PURCHASES, PURCHASE_COUNT),
                new Measure("active-members", FIGURE, MEMBERS, ACTIVE),
                new Measure("repeat-rate", FIGURE, SHARE, REPEAT),
                new Measure("retention", COHORTS, MEMBERS, RETENTION));
    }

    private static String turnover(String k1, String k2) {
        return "select " + k1 + " as k1, " + k2 + " as k2, member, amount as value, cast(null as bigint) as base\n"
                + TURNOVER;
    }
}
