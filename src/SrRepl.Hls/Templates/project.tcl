variable project_name
set project_name "{{name}}"
variable backend
set backend "{{backend}}"
variable part
set part "{{part}}"
variable clock_period
set clock_period {{clock}}
variable clock_uncertainty
set clock_uncertainty {{uncertainty}}%
variable version
set version "1.0.0"
