/**
 * Who may do what, to whose data, and the memory of it.
 *
 * <p>Promises: every act has an {@link org.guildhall.kernel.Actor}; {@link Access#require} is the one place where a permission
 * is checked and turned into the {@link Scope} of data it opens; permissions come from posts held in organisation units, and
 * nobody can widen the own powers; {@link Audit} remembers every act in a chain whose first broken link can be named;
 * {@link PersonalVault} keeps personal values under a key per member so that a person can be forgotten everywhere at once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
package org.guildhall.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
