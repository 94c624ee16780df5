/** Units, posts and the pure rule that turns appointments into powers, with the law that nobody widens the own ones. */
@NullMarked
package org.guildhall.access.organisation;

import org.jspecify.annotations.NullMarked;
