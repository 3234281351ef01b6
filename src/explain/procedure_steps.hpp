#pragma once
// How an idle case is to be handled: until when notice, reply and payment are due, and which ways of art. 12 are open.
#include "explain/idle_steps.hpp"

namespace yongdi::explain {

// No steps where nothing is due and the land is not idle.
Section procedure_section(const IdleCase& idle, const Law& law, const facts::Table& facts);

}  // namespace yongdi::explain
