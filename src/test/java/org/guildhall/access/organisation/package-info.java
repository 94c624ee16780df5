@NullMarked
package org.guildhall.access.organisation;

import org.jspecify.annotations.NullMarked;
