/** What tests share: databases cloned from one migrated template, a clock they move, HTTP as a logged-in person. */
@NullMarked
package org.guildhall.testing;

import org.jspecify.annotations.NullMarked;
