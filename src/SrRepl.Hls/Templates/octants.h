
// The eight octants of a turn: which are walked backwards, read the other function's table, or change its sign.
static const bool octant_odd[8] = {false, true, false, true, false, true, false, true};
static const bool octant_sin_swaps[8] = {false, true, true, false, false, true, true, false};
static const bool octant_sin_negative[8] = {false, false, false, false, true, true, true, true};
static const bool octant_sin_half_negative[8] = {false, false, false, false, false, true, false, true};
static const bool octant_cos_swaps[8] = {true, false, false, true, true, false, false, true};
static const bool octant_cos_negative[8] = {false, false, true, true, true, true, false, false};
static const bool octant_cos_half_negative[8] = {false, false, false, true, false, true, false, false};
