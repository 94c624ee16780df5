/**
 * Figures that lead decisions: a columnar copy of the other modules' facts, measures with a stated rule, and the way from any
 * figure to the members behind it.
 *
 * <p>Modules above register {@link org.guildhall.insights.FactSource facts} and {@link org.guildhall.insights.Measure
 * measures}; this module knows none of them. The copy (DuckDB, one file per instance) is never the truth: it holds ids and
 * non-personal attributes only and is rebuilt from PostgreSQL at any time.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "policies"})
package org.guildhall.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
