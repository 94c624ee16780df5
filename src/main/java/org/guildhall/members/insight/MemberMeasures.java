package org.guildhall.members.insight;

import static org.guildhall.insights.Measure.Quantity.MEMBERS;
import static org.guildhall.insights.Measure.Shape.FIGURE;
import static org.guildhall.insights.Measure.Shape.MIX;
import static org.guildhall.insights.Measure.Shape.SERIES;

import java.util.List;
import org.guildhall.insights.Measure;
import org.guildhall.insights.MeasureCatalogue;
import org.springframework.stereotype.Component;

/** Measures of the registry: a member is somebody admitted who has not left; a member counts from the day of joining. */
@Component
public final class MemberMeasures implements MeasureCatalogue {

    private static final String PRESENT = """
            from member
            where counted
              and joined_on <= :to
              and (left_on is null or left_on > :to)
            """;

    private static final String JOINED = """
            from member
            where counted
              and joined_on between :from and :to
            """;

    @Override
    public List<Measure> measures() {
        return List.of(
                new Measure("members", FIGURE, MEMBERS, rows("''") + PRESENT),
                new Measure("new-members", FIGURE, MEMBERS, rows("''") + JOINED),
                new Measure("new-members-by-month", SERIES, MEMBERS, rows("strftime(joined_on, '%Y-%m')") + JOINED),
                new Measure(
                        "members-by-unit", MIX, MEMBERS, rows("coalesce(cast(home_unit as varchar), '')") + PRESENT));
    }

    private static String rows(String key) {
        return "select " + key + " as k1, '' as k2, id as member, 1 as value, cast(null as bigint) as base\n";
    }
}
