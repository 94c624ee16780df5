/**
 * What the institution can decide, as data: each policy is an immutable, typed, effective-dated version that names its
 * handbook clause.
 *
 * <p>Promises: a version once published never changes; what was in force on a day can always be asked; a draft is validated
 * by its kind before it is stored, compared and previewed before it is published, and published only through the
 * {@link PublicationGate}s (four eyes among them), never with effect on days past.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access"})
package org.guildhall.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
