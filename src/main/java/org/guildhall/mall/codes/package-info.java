/** Pick-up codes: made at random, told once, kept as keyed hashes. */
@NullMarked
package org.guildhall.mall.codes;

import org.jspecify.annotations.NullMarked;
