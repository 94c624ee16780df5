/** The columnar copy: one DuckDB file of this instance, fed by transaction from the modules' facts. */
@NullMarked
package org.guildhall.insights.copy;

import org.jspecify.annotations.NullMarked;
