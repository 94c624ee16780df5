/**
 * The words all modules share: value types with exact arithmetic, identifiers, refusals, explanations, slices and business
 * time. It knows neither Spring nor a database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.guildhall.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
