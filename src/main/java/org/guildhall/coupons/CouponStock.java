package org.guildhall.coupons;

import java.time.LocalDate;
import java.util.List;

/** Tells which coupons were open at the end of a day. For code: the module that shows it checks who may. */
public interface CouponStock {

    /** By kind, as of what had occurred until then; kinds without an open coupon are left out. */
    List<OpenCoupons> open(LocalDate asOf);
}
