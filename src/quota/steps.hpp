#pragma once
// The work on the parks between the steps, and the six steps that come before the sharing. Private to the room; each step reads what the earlier ones
// left and tells what it did.
#include <map>
#include <optional>
#include <vector>

#include "quota/derive.hpp"
#include "quota/words.hpp"

namespace yongdi::quota {

struct Work {
  const Case& input;
  const Parameters& parameters;
  const Words& words;
  Outcome& outcome;
  std::map<std::string, Parameter, std::less<>> used;

  // Of each park: the figure that the steps pass on, and the limits of the sharing.
  std::vector<Rational> figure;
  std::vector<Rational> floor;
  std::vector<std::optional<Rational>> cap;

  // Ends a step of a park: takes down the figure before and after, and what it rests on.
  void done(std::size_t park, Step step, Rational after, std::vector<const Parameter*> rests_on, Text statement);
};

void judge_tasks(Work& work);  // tasks.cpp: done or missed; how many of a park's two
void credit(Work& work);       // tasks.cpp
void raw(Work& work);          // raw.cpp
void reward(Work& work);       // adjust.cpp
void gate(Work& work);
void deduct(Work& work);
void cap(Work& work);

}  // namespace yongdi::quota
