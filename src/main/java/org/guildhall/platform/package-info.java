/**
 * The ground the modules stand on: the database server we start ourselves, the clock, background jobs that survive a crash,
 * downloads and sheets, keyset cursors, and the one place where refusals become HTTP problems. It knows no business.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.guildhall.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
