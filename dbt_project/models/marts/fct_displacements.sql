{{ kept_by_area('country_code') }}
{{ figures_of('displacement') }}
