@NullMarked
package org.guildhall.access.vault;

import org.jspecify.annotations.NullMarked;
