#pragma once
// The sharing told in words: each round with the claims fixed in it, and why a total cannot be shared. Private to the room.
#include <span>

#include "quota/sharing.hpp"
#include "quota/words.hpp"

namespace yongdi::quota {

// "第2轮：待分 120 亩……园区 K03、K05 达上限，共 15 亩；余 105 亩再分。" number: from 1.
Text tell_round(const Round& round, std::size_t number, const Sharing& sharing, std::span<const Claim> claims, const Words& words);
// Why this claim has what it has, in one sentence.
Text tell_share(const Share& share, const Claim& claim, const Words& words);
Text tell_rounding(const Share& share, const Words& words);
// Before the first round: less is shared than there is, because all parks together can take no more.
Text tell_all_capped(std::int64_t caps, std::int64_t total, const Words& words);
// The failure (Exit::infeasible) that names the culprits.
findings::Failure infeasible(const Conflict& conflict, std::span<const Claim> claims, std::int64_t total, const Words& words);

}  // namespace yongdi::quota
