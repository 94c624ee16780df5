/** What every HTTP exchange has in common: problems, request ids, limits, jobs and downloads. */
@NullMarked
package org.guildhall.platform.web;

import org.jspecify.annotations.NullMarked;
