package org.guildhall.insights;

import java.util.List;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** All measures over one period and unit, with the period of comparison and how recent the figures are. */
public record DashboardView(
        Period period, Period previous, @Nullable UnitId unit, Freshness freshness, List<MeasureResult> measures) {}
