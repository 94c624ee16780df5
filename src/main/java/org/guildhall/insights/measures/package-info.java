/** The catalogue of measures with the rules in force, and what of the facts a reader's figures may count. */
@NullMarked
package org.guildhall.insights.measures;

import org.jspecify.annotations.NullMarked;
