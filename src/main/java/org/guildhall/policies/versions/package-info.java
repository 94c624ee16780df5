/** Published versions and the timelines made of them. */
@NullMarked
package org.guildhall.policies.versions;

import org.jspecify.annotations.NullMarked;
