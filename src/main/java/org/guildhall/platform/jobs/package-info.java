/** Background jobs: stored, run by one instance at a time, resumed at their cursor. */
@NullMarked
package org.guildhall.platform.jobs;

import org.jspecify.annotations.NullMarked;
