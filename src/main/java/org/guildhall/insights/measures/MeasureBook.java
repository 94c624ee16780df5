package org.guildhall.insights.measures;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.insights.InsightsRefusal;
import org.guildhall.insights.Measure;
import org.guildhall.insights.MeasureCatalogue;
import org.guildhall.insights.MeasureRules;
import org.guildhall.insights.MeasureView;
import org.guildhall.insights.Period;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;

/** All modules' measures with what the rules in force today put into them. */
@Component
public final class MeasureBook {

    private final List<MeasureCatalogue> catalogues;
    private final Policies policies;
    private final BusinessTime time;

    MeasureBook(List<MeasureCatalogue> catalogues, Policies policies, BusinessTime time) {
        this.catalogues = catalogues;
        this.policies = policies;
        this.time = time;
    }

    /** All measures, module by module. */
    public List<Measure> all() {
        return catalogues.stream()
                .flatMap(catalogue -> catalogue.measures().stream())
                .toList();
    }

    /** The measure with this code; refused {@code insights.unknown-measure}. */
    public Measure measure(String code) {
        return all().stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of(new InsightsRefusal.UnknownMeasure(code)));
    }

    /** The values of a measure's parameters over a period. */
    public Map<String, Object> parameters(Period period) {
        var rules = rules().policy();
        return Map.of(
                "from", period.from(),
                "to", period.to(),
                "active_days", rules.activeDays(),
                "repeat_purchases", rules.repeatPurchases());
    }

    /** The measure as people see it: its rule, the parameters it names and the policy that sets them. */
    public MeasureView view(Measure measure) {
        var rules = rules();
        var named = Map.of(
                        "active_days", rules.policy().activeDays(),
                        "repeat_purchases", rules.policy().repeatPurchases())
                .entrySet()
                .stream()
                .filter(parameter -> measure.sql().contains(":" + parameter.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new MeasureView(
                measure.code(), measure.shape(), measure.quantity(), named, rules.source(), measure.sql());
    }

    private InForce<MeasureRules> rules() {
        return policies.inForce(MeasureRules.KIND, time.today());
    }
}
