package org.guildhall.insights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.insights.DashboardView;
import org.guildhall.insights.DrillQuery;
import org.guildhall.insights.DrillRow;
import org.guildhall.insights.Freshness;
import org.guildhall.insights.Insights;
import org.guildhall.insights.InsightsQuery;
import org.guildhall.insights.MeasureResult;
import org.guildhall.insights.MeasureView;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures, their definitions and the members behind them. */
@RestController
@RequestMapping("/api/insights")
@Tag(name = "insights")
class InsightsController {

    private final Insights insights;

    InsightsController(Insights insights) {
        this.insights = insights;
    }

    @GetMapping("/dashboard")
    @Operation(operationId = "getDashboard")
    DashboardView dashboard(
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable UnitId unit) {
        return insights.dashboard(new InsightsQuery(from, to, unit));
    }

    @GetMapping("/measures")
    @Operation(operationId = "listMeasures")
    List<MeasureView> measures() {
        return insights.definitions();
    }

    @GetMapping("/measures/{code}")
    @Operation(operationId = "getMeasure")
    MeasureView measure(@PathVariable String code) {
        return insights.definition(code);
    }

    @GetMapping("/measures/{code}/figures")
    @Operation(operationId = "getFigures")
    MeasureResult figures(
            @PathVariable String code,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable UnitId unit) {
        return insights.result(code, new InsightsQuery(from, to, unit));
    }

    @GetMapping("/drill")
    @Operation(operationId = "drill")
    Slice<DrillRow> drill(@ParameterObject @Valid DrillRequest request) {
        return insights.drill(request.query());
    }

    @GetMapping("/freshness")
    @Operation(operationId = "getFreshness")
    Freshness freshness() {
        return insights.freshness();
    }

    @PostMapping("/refresh")
    @Operation(operationId = "refreshInsights")
    Freshness refresh() {
        return insights.refresh();
    }

    /** The parameters of a drill: a measure, the cell's keys, the period and unit, and the page. */
    record DrillRequest(
            @NotBlank String measure,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UnitId unit,
            @Nullable String k1,
            @Nullable String k2,
            @Nullable String cursor,
            @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

        private static final int PAGE = 50;

        DrillQuery query() {
            return new DrillQuery(
                    measure, new InsightsQuery(from, to, unit), k1, k2, cursor, limit == null ? PAGE : limit);
        }
    }
}
