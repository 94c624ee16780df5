package org.guildhall.loyalty.noting;

import org.guildhall.ledger.ModuleLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must always hold of occasions. */
@Configuration(proxyBeanMethods = false)
class OccasionLaws {

    @Bean
    ModuleLaw occasionsAreBooked(AsReplayed replayed) {
        return new ModuleLaw.ByLooking("loyalty.occasions-are-booked", replayed::look);
    }

    /** Somebody is brought by one member, who is another, and nobody in a ring. */
    @Bean
    ModuleLaw referralsAreSound() {
        return new ModuleLaw.ByQuery("loyalty.referrals-are-sound", "loyalty.occasion", """
                with recursive brought as (
                  select o.member_id as by, o.about::uuid as referred
                  from loyalty.occasion o
                  where o.kind = 'REFERRAL'
                    and not exists (
                      select from loyalty.occasion_taken_back t
                      where t.member_id = o.member_id and t.occasion_id = o.occasion_id)
                ), upwards as (
                  select referred, by from brought
                  union
                  select u.referred, b.by from upwards u join brought b on b.referred = u.by
                )
                (
                  select 'member ' || referred || ' was brought by ' || count(*) || ' members'
                  from brought
                  group by referred
                  having count(*) > 1
                )
                union all
                (select 'member ' || referred || ' brought who brought them' from upwards where by = referred)
                limit 1
                """);
    }
}
